/** A batch of tracks: which files it holds, where each goes, and what of it is done already. Uses the home package, and of the engine what it says of files' names. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.batch;
