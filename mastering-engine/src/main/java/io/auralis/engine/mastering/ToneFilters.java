package io.auralis.engine.mastering;

import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.ToneBand;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The tone equaliser's settings, for other equalisers to run: all of them are high shelves by the formulae that parametric
 * equalisers share (R. Bristow-Johnson, W3C Audio EQ Cookbook).
 *
 * @param gainDb of all frequencies
 * @param shelves one after another
 */
public record ToneFilters(double gainDb, List<Shelf> shelves) {
    /**
     * A high shelf.
     *
     * @param frequencyHz where half of its gain is reached
     * @param gainDb far above
     * @param q of its poles; of several in a row, some peak and some do not
     */
    public record Shelf(double frequencyHz, double gainDb, double q) {}

    /** What the search for the settings leaves behind where nothing is asked; far under anything to be heard. */
    private static final double NOTHING_DB = 0.002;

    public ToneFilters {
        shelves = List.copyOf(shelves);
    }

    /**
     * The filters for gains at the bands' centres.
     *
     * @param gainsDb per band; one that is left out has none
     * @param sampleRateHz at which they are to run; at others they differ near half the rate only
     */
    public static ToneFilters of(Map<ToneBand, Double> gainsDb, int sampleRateHz) {
        MasteringPlan plan = new MasteringPlan(Arrays.stream(ToneBand.values())
                .map(band -> {
                    double gain = gainsDb.getOrDefault(band, 0.0);
                    return new PlannedParameter(band.parameterName(), gain, 0, gain, "dB", "");
                })
                .toList());
        ToneDesign design = ToneDesign.of(plan, sampleRateHz);
        return new ToneFilters(
                design.gainDb(),
                design.shelves().stream()
                        .filter(shelf -> Math.abs(shelf.gainDb()) >= NOTHING_DB)
                        .toList());
    }

    /** What they do to a frequency, dB. */
    public double responseDb(double hertz, int sampleRateHz) {
        return gainDb
                + shelves.stream()
                        .mapToDouble(shelf -> BiquadCoefficients.highShelf(
                                        shelf.frequencyHz(), shelf.q(), shelf.gainDb(), sampleRateHz)
                                .gainDb(hertz, sampleRateHz))
                        .sum();
    }
}
