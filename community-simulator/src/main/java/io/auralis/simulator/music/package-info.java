/** A small band: renders short pieces of music, always the same samples, so that the demo needs no music of the listener's. Uses the engine's audio and media packages only. */
@org.jspecify.annotations.NullMarked
package io.auralis.simulator.music;
