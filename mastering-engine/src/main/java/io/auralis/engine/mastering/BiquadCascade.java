package io.auralis.engine.mastering;

import java.util.ArrayList;
import java.util.List;

/**
 * Second-order sections in series at work on two channels, transposed direct form II. Each step of a section waits for the
 * one before it, so two sections on two channels go in one loop: four chains that the processor can work on at once, at a
 * third of the time. What needs the last output is added last: all else is ready by then.
 */
final class BiquadCascade {
    private static final int STATES = 8;

    private final List<BiquadCoefficients> sections;
    private final double[] states;

    BiquadCascade(List<BiquadCoefficients> coefficients) {
        List<BiquadCoefficients> even = new ArrayList<>(coefficients);
        if (even.size() % 2 == 1) {
            even.add(BiquadCoefficients.IDENTITY);
        }
        this.sections = List.copyOf(even);
        this.states = new double[sections.size() / 2 * STATES];
    }

    /** Filters the first {@code frames} samples of both channels in place. */
    void process(double[] one, double[] other, int frames) {
        for (int i = 0; i < sections.size(); i += 2) {
            pair(sections.get(i), sections.get(i + 1), i / 2 * STATES, one, other, frames);
        }
    }

    private void pair(BiquadCoefficients c, BiquadCoefficients d, int at, double[] one, double[] other, int frames) {
        double c0 = c.b0();
        double c1 = c.b1();
        double c2 = c.b2();
        double c3 = c.a1();
        double c4 = c.a2();
        double d0 = d.b0();
        double d1 = d.b1();
        double d2 = d.b2();
        double d3 = d.a1();
        double d4 = d.a2();
        double oneC1 = states[at];
        double oneC2 = states[at + 1];
        double oneD1 = states[at + 2];
        double oneD2 = states[at + 3];
        double otherC1 = states[at + 4];
        double otherC2 = states[at + 5];
        double otherD1 = states[at + 6];
        double otherD2 = states[at + 7];
        for (int i = 0; i < frames; i++) {
            double x = one[i];
            double y = c0 * x + oneC1;
            oneC1 = c1 * x + oneC2 - c3 * y;
            oneC2 = c2 * x - c4 * y;
            double u = other[i];
            double v = c0 * u + otherC1;
            otherC1 = c1 * u + otherC2 - c3 * v;
            otherC2 = c2 * u - c4 * v;
            double z = d0 * y + oneD1;
            oneD1 = d1 * y + oneD2 - d3 * z;
            oneD2 = d2 * y - d4 * z;
            one[i] = z;
            double w = d0 * v + otherD1;
            otherD1 = d1 * v + otherD2 - d3 * w;
            otherD2 = d2 * v - d4 * w;
            other[i] = w;
        }
        states[at] = oneC1;
        states[at + 1] = oneC2;
        states[at + 2] = oneD1;
        states[at + 3] = oneD2;
        states[at + 4] = otherC1;
        states[at + 5] = otherC2;
        states[at + 6] = otherD1;
        states[at + 7] = otherD2;
    }
}
