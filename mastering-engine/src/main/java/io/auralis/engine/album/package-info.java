/** The tracks of an album as one programme: its fingerprint, its meters and the gain that all of them get. Uses contracts and the meter package only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.album;
