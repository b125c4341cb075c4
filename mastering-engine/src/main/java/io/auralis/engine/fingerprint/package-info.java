/** Measures the 25 dimensions of docs/fingerprint.md, streaming. Uses contracts and the audio, meter and transform packages only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.fingerprint;
