package io.auralis.engine.mastering;

/** A second-order section at work on one channel, transposed direct form II. */
final class Biquad {
    private final BiquadCoefficients c;
    private double s1;
    private double s2;

    Biquad(BiquadCoefficients coefficients) {
        this.c = coefficients;
    }

    /** Filters one sample. */
    double next(double x) {
        double y = c.b0() * x + s1;
        s1 = c.b1() * x - c.a1() * y + s2;
        s2 = c.b2() * x - c.a2() * y;
        return y;
    }
}
