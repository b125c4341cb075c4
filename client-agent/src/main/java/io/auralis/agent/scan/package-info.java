/** Brings the library up to the folders that hold the music: finds the files, hears what is new, several at a time. Uses the library, batch, history and home packages and the engine. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.scan;
