/** A batch of tracks: which files it holds, where each goes, and what of it is done already. Uses the home package only. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.batch;
