/** Measures the 25 dimensions of docs/fingerprint.md, streaming. Uses contracts, the audio and meter packages and JTransforms only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.fingerprint;
