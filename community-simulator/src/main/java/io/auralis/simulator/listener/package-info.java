/** Synthetic listeners: what they truly prefer, how they hear and speak, and how they use the real personal layer for a month. Uses contracts, the engine's detection and planning, and the agent's home, history, personal and sharing packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.simulator.listener;
