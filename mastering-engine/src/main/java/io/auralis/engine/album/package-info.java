/** The tracks of an album as one programme: its fingerprint, its meters and the gain that all of them get. Uses contracts and the audio, match and meter packages only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.album;
