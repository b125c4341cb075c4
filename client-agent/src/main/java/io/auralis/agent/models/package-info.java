/** Installed base models: which is active, updates verified by The Update Framework, and rollback. Uses contracts and the home and exchange packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.models;
