package io.auralis.engine.mastering;

/** Between decibels and amplitude ratios. */
final class Decibels {
    private Decibels() {}

    static double toRatio(double db) {
        return Math.pow(10, db / 20);
    }

    /** Negative infinity for 0. */
    static double of(double ratio) {
        return 20 * Math.log10(ratio);
    }
}
