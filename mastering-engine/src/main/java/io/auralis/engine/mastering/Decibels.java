package io.auralis.engine.mastering;

/** Between decibels and amplitude ratios. */
final class Decibels {
    private Decibels() {}

    private static final double NEPERS = Math.log(10) / 20;

    /** By the exponential function, which costs a third of a power. */
    static double toRatio(double db) {
        return Math.exp(db * NEPERS);
    }

    /** Negative infinity for 0. */
    static double of(double ratio) {
        return 20 * Math.log10(ratio);
    }

    /** Of a ratio of powers; negative infinity for 0. */
    static double ofPower(double ratio) {
        return 10 * Math.log10(ratio);
    }
}
