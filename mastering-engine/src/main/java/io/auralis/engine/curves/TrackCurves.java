package io.auralis.engine.curves;

import java.util.List;

/**
 * A track as it can be drawn; at most {@value Columns#MOST} values per curve, however long it is.
 *
 * @param seconds the track's length
 * @param shortTermLufs short-term loudness (EBU Tech 3341, windows of 3 s, every 100 ms), each at its window's middle;
 *     where there are more readings than columns, their mean by power. Negative infinity in silence; empty for a track
 *     under 3 s
 * @param lowest the lowest sample of any channel in each stretch of time, full scale 1
 * @param highest the highest
 * @param bands thirds of an octave from 25 Hz to 20 kHz, as far as the track's rate holds them
 */
public record TrackCurves(double seconds, Curve shortTermLufs, Curve lowest, Curve highest, List<BandLevel> bands) {
    public TrackCurves {
        bands = List.copyOf(bands);
    }
}
