package io.auralis.engine.mastering;

/** The filters of error feedback: how much of the last errors, latest first, is taken off the next sample. */
final class NoiseShape {
    /**
     * The five-tap filter for the improved E-weighted curve of S. Lipshitz, J. Vanderkooy, R. Wannamaker, "Minimally
     * Audible Noise Shaping", JAES 1991, designed for 44.1 kHz: 18 dB less noise at 2 to 5 kHz, 12 dB more in all, most
     * of it over 15 kHz. Filters with more taps buy less than 4 dB there with 6 dB more in all.
     */
    private static final double[] LEAST_AUDIBLE = {2.033, -2.165, 1.959, -1.590, 0.6149};

    /** (1 - z^-1) squared: at 88.2 kHz and more the noise goes above 15 kHz. */
    private static final double[] SECOND_ORDER = {2, -1};

    /** 1 - z^-1: all that a rate under 44.1 kHz has room for. */
    private static final double[] FIRST_ORDER = {1};

    private static final int CD_RATE_HZ = 44_100;

    /** The published filter is moved up by the ratio of the rates; at 48 kHz it still fits the ear, at 88.2 it does not. */
    private static final int STUDIO_RATE_HZ = 48_000;

    private NoiseShape() {}

    static double[] of(Dither dither, int sampleRateHz) {
        if (dither != Dither.SHAPED) {
            return new double[0];
        }
        if (sampleRateHz < CD_RATE_HZ) {
            return FIRST_ORDER.clone();
        }
        return sampleRateHz <= STUDIO_RATE_HZ ? LEAST_AUDIBLE.clone() : SECOND_ORDER.clone();
    }
}
