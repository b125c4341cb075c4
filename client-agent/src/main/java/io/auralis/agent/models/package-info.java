/** Installed base models: which is active, updates verified by The Update Framework, rollback, and a listener's own models. Uses contracts, the engine's detection, and the home and exchange packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.models;
