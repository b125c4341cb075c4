package io.auralis.simulator.music;

/**
 * A second-order low-pass or high-pass by a state-variable structure (trapezoidal integration; Zavalishin, The Art of VA
 * Filter Design, section 4), in place.
 */
final class Filter {
    private Filter() {}

    /** Keeps what is below the cutoff; resonance 0.5 (none) to 4. */
    static double[] lowPass(double[] samples, double cutoffHz, double resonance) {
        return run(samples, cutoffHz, resonance, true);
    }

    /** Keeps what is above the cutoff. */
    static double[] highPass(double[] samples, double cutoffHz) {
        return run(samples, cutoffHz, 0.7, false);
    }

    private static double[] run(double[] samples, double cutoffHz, double resonance, boolean low) {
        double g = Math.tan(Math.PI * cutoffHz / Sound.RATE_HZ);
        double damping = 1 / resonance;
        double scale = 1 / (1 + g * (g + damping));
        double band = 0;
        double bottom = 0;
        for (int i = 0; i < samples.length; i++) {
            double high = (samples[i] - bottom - (g + damping) * band) * scale;
            double middle = g * high + band;
            double deep = g * middle + bottom;
            band = g * high + middle;
            bottom = g * middle + deep;
            samples[i] = low ? deep : high;
        }
        return samples;
    }
}
