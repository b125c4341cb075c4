package io.auralis.engine.declip;

/** A standard normal variable of which only values above a bound are possible. */
final class TruncatedNormal {
    /** From here on the continued fraction converges quickly, and the polynomial loses its digits. */
    private static final double TAIL = 2.5;

    private static final int FRACTIONS = 24;
    private static final double DENSITY = 1 / Math.sqrt(2 * Math.PI);
    private static final double FAR = 8;

    private TruncatedNormal() {}

    /**
     * Its mean: density over upper tail at the bound. By M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions,
     * 26.2.17 and 26.2.14.
     */
    static double mean(double bound) {
        if (bound < -FAR) {
            return 0;
        }
        if (bound > TAIL) {
            double value = bound;
            for (int k = FRACTIONS; k > 0; k--) {
                value = bound + k / value;
            }
            return value;
        }
        double t = 1 / (1 + 0.2316419 * Math.abs(bound));
        double ratio =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        if (bound >= 0) {
            return 1 / ratio;
        }
        double density = DENSITY * Math.exp(-0.5 * bound * bound);
        return density / (1 - density * ratio);
    }
}
