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
    /** In the order in which they are shown. */
    public static final List<MeterRow> ALL = List.of(
            new MeterRow("loudness", "LUFS", Meters::integratedLufs),
            new MeterRow("loudness range", "LU", Meters::loudnessRangeLu),
            new MeterRow("loudest 3 s", "LUFS", Meters::maxShortTermLufs),
            new MeterRow("loudest 0.4 s", "LUFS", Meters::maxMomentaryLufs),
            new MeterRow("true peak", "dBTP", Meters::truePeakDbtp),
            new MeterRow("true peak, 16x", "dBTP", Meters::truePeak16xDbtp),
            new MeterRow("crest factor", "dB", Meters::crestDb));

    /** The figure in words. */
    public String of(Meters meters) {
        return Figures.level(reading.applyAsDouble(meters));
    }
}
