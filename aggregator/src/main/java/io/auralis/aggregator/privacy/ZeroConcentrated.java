package io.auralis.aggregator.privacy;

/**
 * Zero-concentrated differential privacy (Bun, Steinke 2016): adds up over questions about the same people, and is
 * shown as (epsilon, delta), which more people know.
 */
public final class ZeroConcentrated {
    private static final int BISECTIONS = 200;

    private ZeroConcentrated() {}

    /**
     * The variance of the noise that makes an integer figure rho-zCDP: sensitivity^2 / (2 rho).
     *
     * @param sensitivity by how much one report can move the figure, at least 1
     * @param rho positive
     */
    public static Rational sigmaSquared(long sensitivity, Rational rho) {
        if (sensitivity < 1) {
            throw new IllegalArgumentException("a sensitivity is at least 1 but is " + sensitivity);
        }
        return Rational.of(Math.multiplyExact(sensitivity, sensitivity), 2).dividedBy(rho);
    }

    /**
     * The least epsilon for which rho-zCDP is known to give (epsilon, delta)-differential privacy.
     *
     * @param rho not negative
     * @param delta between 0 and 1
     */
    public static double epsilon(double rho, double delta) {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta must be between 0 and 1 but is " + delta);
        }
        if (rho == 0) {
            return 0;
        }
        double low = 0;
        // Bun, Steinke 2016, proposition 1.3: never too small.
        double high = rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (delta(rho, middle) <= delta) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /**
     * The delta that goes with an epsilon: the least over alpha above 1 of exp((alpha-1)(alpha rho - epsilon)) / (alpha-1)
     * (1 - 1/alpha)^alpha (Canonne, Kamath, Steinke 2020, corollary 13). Its logarithm is convex in alpha, so its
     * derivative is bisected.
     */
    static double delta(double rho, double epsilon) {
        double low = 1.01;
        double high = (epsilon + 1) / (2 * rho) + 2;
        for (int i = 0; i < BISECTIONS; i++) {
            double alpha = (low + high) / 2;
            if ((2 * alpha - 1) * rho - epsilon + Math.log1p(-1 / alpha) < 0) {
                low = alpha;
            } else {
                high = alpha;
            }
        }
        double alpha = (low + high) / 2;
        return Math.min(
                1, Math.exp((alpha - 1) * (alpha * rho - epsilon) + alpha * Math.log1p(-1 / alpha)) / (alpha - 1));
    }
}
