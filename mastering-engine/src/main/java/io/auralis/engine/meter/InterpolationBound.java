package io.auralis.engine.meter;

/**
 * How far points that are made between two samples can lie from zero, by what is quickly known of the samples around. A
 * filter's reading is that of a straight line through the two samples and what a filter of the signal's second differences
 * adds: so it lies within {@code level} times the higher of the two and {@code bend} times the highest second difference of
 * those samples that it is made of.
 *
 * @param level a little over 1: by what the filter's gain at 0 Hz is off
 * @param bend of a halfway point 0.5, of points nearer to a sample less
 */
record InterpolationBound(double level, double bend) {
    /** The bound is computed in other roundings than the points. */
    private static final double ROUNDING = 1 + 1e-9;

    /** What holds for every reading of the meters, ours at 16x and the standard's at 4x. */
    static InterpolationBound ofAllReadings() {
        InterpolationFilter standard = InterpolationFilter.STANDARD_4X;
        InterpolationBound bound = new InterpolationBound(1, 0);
        for (int phase = 0; phase < standard.phases(); phase++) {
            bound = bound.or(of(standard.phase(phase), standard.taps() / 2 - 1));
        }
        InterpolationFilter fine = InterpolationFilter.FINE_8X;
        for (int place = 0; place < 2; place++) {
            for (int phase = 0; phase < fine.phases(); phase++) {
                double[] taps = inSamples(fine.phase(phase), place);
                bound = bound.or(of(taps, taps.length / 2 - 1));
            }
        }
        return new InterpolationBound(bound.level * ROUNDING, bound.bend * ROUNDING);
    }

    private InterpolationBound or(InterpolationBound other) {
        return new InterpolationBound(Math.max(level, other.level), Math.max(bend, other.bend));
    }

    /** @param before the tap of the sample before the point */
    private static InterpolationBound of(double[] taps, int before) {
        double sum = 0;
        double moment = 0;
        for (int tap = 0; tap < taps.length; tap++) {
            sum += taps[tap];
            moment += taps[tap] * (tap - before);
        }
        double onDifferences = 0;
        double onSecondDifferences = 0;
        double bend = 0;
        for (int tap = 0; tap < taps.length; tap++) {
            double line = tap == before ? sum - moment : tap == before + 1 ? moment : 0;
            onDifferences += taps[tap] - line;
            onSecondDifferences += onDifferences;
            bend += Math.abs(onSecondDifferences);
        }
        return new InterpolationBound(Math.abs(sum - moment) + Math.abs(moment), bend);
    }

    /**
     * A filter on the doubled signal as one on its samples.
     *
     * @param place 0 before a point between a sample and the halfway one behind it, 1 before one between that and the next
     *     sample
     * @return taps around the middle between those two samples
     */
    private static double[] inSamples(double[] fine, int place) {
        double[] halfway = InterpolationFilter.HALFWAY.phase(1);
        double[] taps = new double[halfway.length + fine.length + 2];
        int sample = taps.length / 2 - 1;
        for (int tap = 0; tap < fine.length; tap++) {
            // The tap of the place itself is the last one of the filter's first half.
            int point = place + tap - (fine.length / 2 - 1);
            int before = sample + Math.floorDiv(point, 2);
            if (Math.floorMod(point, 2) == 0) {
                taps[before] += fine[tap];
            } else {
                for (int i = 0; i < halfway.length; i++) {
                    taps[before - halfway.length / 2 + 1 + i] += fine[tap] * halfway[i];
                }
            }
        }
        return taps;
    }

    /** Linear; never too low. */
    double highest(double highestOfTwo, double mostBent) {
        return level * highestOfTwo + bend * mostBent;
    }
}
