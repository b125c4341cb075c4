package io.auralis.engine.mastering;

/**
 * What becomes of a peak by its level: compression 16:1 above a threshold, or upward expansion 1:2. Peaks are what a crest
 * factor is made of, so peaks are what is measured, and only the highest are moved: on a dense metal mix whose crest factor
 * was to fall from 13.6 to 11.7 dB, a curve of 4:1 had to start 13 dB under the peak, and took 2.4 LU of 4.4 of loudness
 * range with it where 8:1 took 0.5.
 *
 * @param expands whether peaks are raised rather than lowered
 * @param thresholdDb the middle of the knee, dBFS
 */
record DynamicsCurve(boolean expands, double thresholdDb) {
    private static final double RATIO = 16;
    private static final double KNEE_DB = 3;

    /** No peak is raised by more, however far over the threshold. */
    private static final double MOST_RAISED_DB = 8;

    /** Peaks up to here stay as they are, linear. */
    double floor() {
        return Decibels.toRatio(thresholdDb - KNEE_DB / 2);
    }

    /** The gain that a peak is to have, linear: at most 1, or when it expands at least 1. */
    double gain(double peak) {
        double over = Decibels.of(peak) - thresholdDb;
        double slope = expands ? 1 : 1 / RATIO - 1;
        if (over <= -KNEE_DB / 2) {
            return 1;
        }
        double into = over + KNEE_DB / 2;
        double gainDb = over >= KNEE_DB / 2 ? slope * over : slope * into * into / (2 * KNEE_DB);
        return Decibels.toRatio(Math.min(MOST_RAISED_DB, gainDb));
    }
}
