/** A track as curves to be drawn: loudness over time, waveform, spectrum, with memory that does not grow. Uses audio, meter and match. */
@org.jspecify.annotations.NullMarked
package io.auralis.engine.curves;
