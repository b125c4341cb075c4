/** The simulator's command line and the run over many listeners. Uses the listener package, the agent's answers to failures and picocli. */
@org.jspecify.annotations.NullMarked
package io.auralis.simulator;
