package io.auralis.engine.mastering;

/**
 * A second-order section, normalised to a0 = 1, by the bilinear transform of R. Bristow-Johnson's "Cookbook formulae for
 * audio equalizer biquad filter coefficients" (W3C Audio EQ Cookbook). All are minimum phase.
 */
record BiquadCoefficients(double b0, double b1, double b2, double a1, double a2) {
    /** Lets everything through as it is. */
    static final BiquadCoefficients IDENTITY = new BiquadCoefficients(1, 0, 0, 0, 0);

    /** Butterworth: no peak at the corner. */
    private static final double BUTTERWORTH_Q = Math.sqrt(0.5);

    static BiquadCoefficients highPass(double cornerHz, int sampleRateHz) {
        double w = angle(cornerHz, sampleRateHz);
        double cos = Math.cos(w);
        double alpha = Math.sin(w) / (2 * BUTTERWORTH_Q);
        return normalised((1 + cos) / 2, -(1 + cos), (1 + cos) / 2, 1 + alpha, -2 * cos, 1 - alpha);
    }

    /** Half the gain at the corner, all of it well above; a Q over 0.71 makes it peak unless it is one of several. */
    static BiquadCoefficients highShelf(double cornerHz, double q, double gainDb, int sampleRateHz) {
        double w = angle(cornerHz, sampleRateHz);
        double cos = Math.cos(w);
        double a = Math.pow(10, gainDb / 40);
        double slope = 2 * Math.sqrt(a) * Math.sin(w) / (2 * q);
        return normalised(
                a * ((a + 1) + (a - 1) * cos + slope),
                -2 * a * ((a - 1) + (a + 1) * cos),
                a * ((a + 1) + (a - 1) * cos - slope),
                (a + 1) - (a - 1) * cos + slope,
                2 * ((a - 1) - (a + 1) * cos),
                (a + 1) - (a - 1) * cos - slope);
    }

    /** With a gain on everything that comes out. */
    BiquadCoefficients amplified(double gainDb) {
        double ratio = Decibels.toRatio(gainDb);
        return new BiquadCoefficients(b0 * ratio, b1 * ratio, b2 * ratio, a1, a2);
    }

    /** Gain at a frequency, dB. */
    double gainDb(double hz, int sampleRateHz) {
        double w = angle(hz, sampleRateHz);
        return 10 * Math.log10(power(b0, b1, b2, w) / power(1, a1, a2, w));
    }

    /** Real part of the response at a frequency. */
    double real(double hz, int sampleRateHz) {
        double w = angle(hz, sampleRateHz);
        double top = b0 + b1 * Math.cos(w) + b2 * Math.cos(2 * w);
        double topImaginary = b1 * Math.sin(w) + b2 * Math.sin(2 * w);
        double bottom = 1 + a1 * Math.cos(w) + a2 * Math.cos(2 * w);
        double bottomImaginary = a1 * Math.sin(w) + a2 * Math.sin(2 * w);
        return (top * bottom + topImaginary * bottomImaginary) / power(1, a1, a2, w);
    }

    /** |c0 + c1 z^-1 + c2 z^-2|^2 on the unit circle. */
    private static double power(double c0, double c1, double c2, double w) {
        double real = c0 + c1 * Math.cos(w) + c2 * Math.cos(2 * w);
        double imaginary = c1 * Math.sin(w) + c2 * Math.sin(2 * w);
        return real * real + imaginary * imaginary;
    }

    private static double angle(double hz, int sampleRateHz) {
        return 2 * Math.PI * hz / sampleRateHz;
    }

    private static BiquadCoefficients normalised(double b0, double b1, double b2, double a0, double a1, double a2) {
        return new BiquadCoefficients(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
    }
}
