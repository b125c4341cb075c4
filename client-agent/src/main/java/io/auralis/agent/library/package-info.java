/** The listener's collection: one SQLite file with the fingerprint of each track by its content, and where the files are. Uses contracts and the home package. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.library;
