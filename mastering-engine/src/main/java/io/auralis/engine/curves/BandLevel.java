package io.auralis.engine.curves;

/**
 * A third of an octave of a track.
 *
 * @param centreHz its middle, as IEC 61260-1 computes it: 10^(n/10)
 * @param levelDb mean square over the track and its channels, dB of full scale; negative infinity for nothing
 */
public record BandLevel(double centreHz, double levelDb) {}
