package io.auralis.engine.meter;

/**
 * The two filters of K-weighting (BS.1770-5 Annex 1) for two channels: a high shelf for the head, then a high-pass. The
 * standard tabulates coefficients for 48 kHz only; these are derived for the rate from the analogue prototypes that give
 * the standard's table at 48 kHz to 9e-16 (reference values as in libebur128).
 */
final class KWeighting {
    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_GAIN_DB = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    /** Exponent that relates the shelf's band gain to its high gain. */
    private static final double SHELF_BAND_EXPONENT = 0.4996667741545416;

    private static final double HIGH_PASS_HZ = 38.13547087602444;
    private static final double HIGH_PASS_Q = 0.5003270373238773;

    private final Coefficients shelf;
    private final Coefficients highPass;
    /** Two of the shelf and two of the high-pass, for each of the two channels. */
    private final double[] states = new double[8];

    KWeighting(int sampleRateHz) {
        this.shelf = shelf(sampleRateHz);
        this.highPass = highPass(sampleRateHz);
    }

    /** A second-order section with a0 = 1. */
    record Coefficients(double b0, double b1, double b2, double a1, double a2) {}

    static Coefficients shelf(int sampleRateHz) {
        double k = StrictMath.tan(Math.PI * SHELF_HZ / sampleRateHz);
        double high = StrictMath.pow(10, SHELF_GAIN_DB / 20);
        double band = StrictMath.pow(high, SHELF_BAND_EXPONENT);
        double a0 = 1 + k / SHELF_Q + k * k;
        return new Coefficients(
                (high + band * k / SHELF_Q + k * k) / a0,
                2 * (k * k - high) / a0,
                (high - band * k / SHELF_Q + k * k) / a0,
                2 * (k * k - 1) / a0,
                (1 - k / SHELF_Q + k * k) / a0);
    }

    /** The numerator stays 1, -2, 1 at every rate, as in the standard's table. */
    static Coefficients highPass(int sampleRateHz) {
        double k = StrictMath.tan(Math.PI * HIGH_PASS_HZ / sampleRateHz);
        double a0 = 1 + k / HIGH_PASS_Q + k * k;
        return new Coefficients(1, -2, 1, 2 * (k * k - 1) / a0, (1 - k / HIGH_PASS_Q + k * k) / a0);
    }

    /**
     * Filters samples {@code from} to {@code to} of both channels and returns the weighted sum of their squares. Each step of
     * a filter waits for the one before it; with two channels in one loop the processor has something to do meanwhile.
     */
    double energy(double[] one, double weight, double[] other, double otherWeight, int from, int to) {
        double b0 = shelf.b0;
        double b1 = shelf.b1;
        double b2 = shelf.b2;
        double a1 = shelf.a1;
        double a2 = shelf.a2;
        double c1 = highPass.a1;
        double c2 = highPass.a2;
        double s1 = states[0];
        double s2 = states[1];
        double h1 = states[2];
        double h2 = states[3];
        double t1 = states[4];
        double t2 = states[5];
        double g1 = states[6];
        double g2 = states[7];
        double sum = 0;
        double otherSum = 0;
        for (int i = from; i < to; i++) {
            double x = one[i];
            double y = b0 * x + s1;
            s1 = b1 * x + s2 - a1 * y;
            s2 = b2 * x - a2 * y;
            double u = other[i];
            double v = b0 * u + t1;
            t1 = b1 * u + t2 - a1 * v;
            t2 = b2 * u - a2 * v;
            double z = y + h1;
            h1 = h2 - 2 * y - c1 * z;
            h2 = y - c2 * z;
            sum += z * z;
            double w = v + g1;
            g1 = g2 - 2 * v - c1 * w;
            g2 = v - c2 * w;
            otherSum += w * w;
        }
        states[0] = s1;
        states[1] = s2;
        states[2] = h1;
        states[3] = h2;
        states[4] = t1;
        states[5] = t2;
        states[6] = g1;
        states[7] = g2;
        return weight * sum + otherWeight * otherSum;
    }
}
