package io.auralis.engine.mastering;

/** A second-order section at work on one channel, transposed direct form II. */
final class Biquad {
    private final BiquadCoefficients c;
    private double s1;
    private double s2;

    Biquad(BiquadCoefficients coefficients) {
        this.c = coefficients;
    }

    /** Filters the first {@code frames} samples in place. */
    void process(double[] samples, int frames) {
        double b0 = c.b0();
        double b1 = c.b1();
        double b2 = c.b2();
        double a1 = c.a1();
        double a2 = c.a2();
        double z1 = s1;
        double z2 = s2;
        for (int i = 0; i < frames; i++) {
            double x = samples[i];
            double y = b0 * x + z1;
            z1 = b1 * x - a1 * y + z2;
            z2 = b2 * x - a2 * y;
            samples[i] = y;
        }
        s1 = z1;
        s2 = z2;
    }

    double next(double x) {
        double y = c.b0() * x + s1;
        s1 = c.b1() * x - c.a1() * y + s2;
        s2 = c.b2() * x - c.a2() * y;
        return y;
    }
}
