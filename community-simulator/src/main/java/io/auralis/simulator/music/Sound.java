package io.auralis.simulator.music;

import java.util.SplittableRandom;

/** Raw sounds of one channel at {@value #RATE_HZ} Hz. */
final class Sound {
    static final int RATE_HZ = 44_100;

    private Sound() {}

    static int frames(double seconds) {
        return (int) Math.round(seconds * RATE_HZ);
    }

    /** Frequency of a MIDI note: 69 is 440 Hz. */
    static double hz(double note) {
        return 440 * Math.pow(2, (note - 69) / 12);
    }

    /**
     * A sawtooth whose step is rounded off so that it hardly aliases (polyBLEP; Välimäki and Huovilainen 2007).
     *
     * @param phase where in its period it starts, 0 to 1
     * @param vibratoCents depth of a vibrato of 5.5 Hz, which sets in after a third of a second
     */
    static double[] saw(double hz, double seconds, double phase, double vibratoCents) {
        double[] samples = new double[frames(seconds)];
        double at = phase;
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / RATE_HZ;
            double depth = vibratoCents * Math.min(1, Math.max(0, time - 0.3) * 3);
            double step = hz * Math.pow(2, depth / 1200 * Math.sin(2 * Math.PI * 5.5 * time)) / RATE_HZ;
            samples[i] = 2 * at - 1 - edge(at, step);
            at += step;
            at -= Math.floor(at);
        }
        return samples;
    }

    private static double edge(double phase, double step) {
        if (phase < step) {
            double x = phase / step;
            return x + x - x * x - 1;
        }
        if (phase > 1 - step) {
            double x = (phase - 1) / step;
            return x * x + x + x + 1;
        }
        return 0;
    }

    static double[] sine(double hz, double seconds) {
        double[] samples = new double[frames(seconds)];
        for (int i = 0; i < samples.length; i++) samples[i] = Math.sin(2 * Math.PI * hz * i / RATE_HZ);
        return samples;
    }

    static double[] noise(double seconds, SplittableRandom random) {
        double[] samples = new double[frames(seconds)];
        for (int i = 0; i < samples.length; i++) samples[i] = random.nextDouble(-1, 1);
        return samples;
    }

    /** Swells over the attack, then dies away to a thousandth over the decay; both in seconds. */
    static double[] shaped(double[] samples, double attack, double decay) {
        for (int i = 0; i < samples.length; i++) {
            double time = (double) i / RATE_HZ;
            double end = Math.min(1, (samples.length - i) / (0.004 * RATE_HZ));
            samples[i] *= Math.min(1, time / attack) * Math.exp(-6.9 * time / decay) * end;
        }
        return samples;
    }

    /** Sums, the shorter padded with silence. */
    static double[] sum(double[] one, double[] other) {
        double[] longer = one.length >= other.length ? one : other;
        double[] shorter = longer == one ? other : one;
        for (int i = 0; i < shorter.length; i++) longer[i] += shorter[i];
        return longer;
    }

    /** Soft clipping, as of a driven valve. */
    static double[] driven(double[] samples, double drive) {
        for (int i = 0; i < samples.length; i++) samples[i] = Math.tanh(samples[i] * drive);
        return samples;
    }
}
