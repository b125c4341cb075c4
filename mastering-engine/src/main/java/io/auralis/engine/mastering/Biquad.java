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

    /**
     * Filters by four sections, one after another, in place. A section waits for its own last sample most of the time;
     * four that are at work on neighbouring samples take hardly longer than one.
     *
     * @param first index of the first of the four
     */
    static void processFour(Biquad[] sections, int first, double[] samples, int frames) {
        Biquad s = sections[first];
        Biquad t = sections[first + 1];
        Biquad u = sections[first + 2];
        Biquad v = sections[first + 3];
        BiquadCoefficients sc = s.c;
        double s1 = s.s1;
        double s2 = s.s2;
        BiquadCoefficients tc = t.c;
        double t1 = t.s1;
        double t2 = t.s2;
        BiquadCoefficients uc = u.c;
        double u1 = u.s1;
        double u2 = u.s2;
        BiquadCoefficients vc = v.c;
        double v1 = v.s1;
        double v2 = v.s2;
        for (int i = 0; i < frames; i++) {
            double x = samples[i];
            double s0 = sc.b0() * x + s1;
            s1 = sc.b1() * x + s2 - sc.a1() * s0;
            s2 = sc.b2() * x - sc.a2() * s0;
            double t0 = tc.b0() * s0 + t1;
            t1 = tc.b1() * s0 + t2 - tc.a1() * t0;
            t2 = tc.b2() * s0 - tc.a2() * t0;
            double u0 = uc.b0() * t0 + u1;
            u1 = uc.b1() * t0 + u2 - uc.a1() * u0;
            u2 = uc.b2() * t0 - uc.a2() * u0;
            double v0 = vc.b0() * u0 + v1;
            v1 = vc.b1() * u0 + v2 - vc.a1() * v0;
            v2 = vc.b2() * u0 - vc.a2() * v0;
            samples[i] = v0;
        }
        s.s1 = s1;
        s.s2 = s2;
        t.s1 = t1;
        t.s2 = t2;
        u.s1 = u1;
        u.s2 = u2;
        v.s1 = v1;
        v.s2 = v2;
    }

    double next(double x) {
        double y = c.b0() * x + s1;
        s1 = c.b1() * x - c.a1() * y + s2;
        s2 = c.b2() * x - c.a2() * y;
        return y;
    }
}
