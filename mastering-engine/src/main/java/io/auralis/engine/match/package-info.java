/** The long-term spectrum of a track, the curve that brings it to a reference's, and the filter that carries the curve out. Uses the audio and transform packages and JTransforms only. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.match;
