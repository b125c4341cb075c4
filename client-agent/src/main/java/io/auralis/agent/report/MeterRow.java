package io.auralis.agent.report;

import io.auralis.engine.meter.Meters;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One meter of a track.
 *
 * @param name in words
 * @param unit of the figure
 * @param reading where it is read
 */
public record MeterRow(String name, String unit, ToDoubleFunction<Meters> reading) {
    /** The integrated loudness. */
    public static final MeterRow LOUDNESS = new MeterRow("loudness", "LUFS", Meters::integratedLufs);

    /** In the order in which they are shown. */
    public static final List<MeterRow> ALL = List.of(
            LOUDNESS,
            new MeterRow("loudness range", "LU", Meters::loudnessRangeLu),
            new MeterRow("loudest 3 s", "LUFS", Meters::maxShortTermLufs),
            new MeterRow("loudest 0.4 s", "LUFS", Meters::maxMomentaryLufs),
            new MeterRow("true peak", "dBTP", Meters::truePeakDbtp),
            new MeterRow("true peak, 16x", "dBTP", Meters::truePeak16xDbtp),
            new MeterRow("crest factor", "dB", Meters::crestDb));

    /** The figure in words, or why there is none. */
    public String of(Meters meters) {
        double value = reading.applyAsDouble(meters);
        return Double.isFinite(value) ? Figures.level(value) : absence(meters);
    }

    /** Only a track without a peak is silent: a loudness needs a whole window, the integrated one a gate passed too. */
    private String absence(Meters meters) {
        if (!Double.isFinite(meters.truePeakDbtp())) {
            return "silent";
        }
        boolean longEnough = equals(LOUDNESS) && Double.isFinite(meters.maxMomentaryLufs());
        return longEnough ? "too quiet" : "too short";
    }
}
