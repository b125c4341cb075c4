/** Installed base models: which is active, verified updates, and rollback. Uses contracts and the home package. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.models;
