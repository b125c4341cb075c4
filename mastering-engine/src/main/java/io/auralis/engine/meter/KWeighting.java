package io.auralis.engine.meter;

/**
 * The two filters of K-weighting (BS.1770-5 Annex 1) for one channel: a high shelf for the head, then a high-pass. The
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
    private double shelf1;
    private double shelf2;
    private double highPass1;
    private double highPass2;

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

    /** Filters samples {@code from} to {@code to} and returns the sum of their squares. */
    double energy(double[] samples, int from, int to) {
        double s1 = shelf1;
        double s2 = shelf2;
        double h1 = highPass1;
        double h2 = highPass2;
        double sum = 0;
        for (int i = from; i < to; i++) {
            double x = samples[i];
            double y = shelf.b0 * x + s1;
            s1 = shelf.b1 * x - shelf.a1 * y + s2;
            s2 = shelf.b2 * x - shelf.a2 * y;
            double z = y + h1;
            h1 = -2 * y - highPass.a1 * z + h2;
            h2 = y - highPass.a2 * z;
            sum += z * z;
        }
        shelf1 = s1;
        shelf2 = s2;
        highPass1 = h1;
        highPass2 = h2;
        return sum;
    }
}
