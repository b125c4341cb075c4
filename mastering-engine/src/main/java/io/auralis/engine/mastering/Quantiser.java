package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.Arrays;

/**
 * The chain's last stage: puts samples on the grid of the output's bit depth. Dither of triangular density, two steps
 * wide, makes the error's mean and power independent of the music (Lipshitz, Wannamaker, Vanderkooy, "Quantization and
 * Dither", JAES 1992). Noise shaping takes the last errors, dither included, off the next sample. The filters are finite,
 * so it is stable; what is cut at full scale is not fed back. The seed is fixed, so the same master is the same bytes.
 */
final class Quantiser implements Stage {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final double UNIT_32 = 1.0 / (1L << 32);

    private final double half;
    /** A power of two, so that multiplying by it is exact. */
    private final double step;

    private final boolean dithered;
    private final double[] shape;
    private final double[][] errors;
    /** Silent where there is no dither. */
    private double[] noise = new double[0];

    /** Of the noise of each channel, so that it does not depend on the blocks that the track comes in. */
    private final long[] states;

    private long clipped;

    /**
     * @param bitDepth of the output
     * @param dither {@link Dither#NONE} also where every sample lies on the grid already
     */
    Quantiser(AudioFormat format, int bitDepth, Dither dither) {
        this.half = 1L << (bitDepth - 1);
        this.step = 1 / half;
        this.dithered = dither != Dither.NONE;
        this.shape = NoiseShape.of(dither, format.sampleRateHz());
        this.states = new long[format.channels()];
        Arrays.setAll(states, channel -> SEED * (2L * channel + 1));
        this.errors = new double[format.channels()][shape.length];
    }

    @Override
    public void process(AudioBlock block) {
        for (int channel = 0; channel < block.channels(); channel++) {
            double[] samples = block.channel(channel);
            noise = noise.length < block.frames() ? new double[block.capacity()] : noise;
            if (dithered) {
                draw(channel, block.frames());
            }
            if (shape.length == 0) {
                round(samples, block.frames());
            } else {
                shape(samples, errors[channel], block.frames());
            }
        }
    }

    private void round(double[] samples, int frames) {
        for (int i = 0; i < frames; i++) {
            samples[i] = onGrid(Math.rint(samples[i] * half + noise[i])) * step;
        }
    }

    private void shape(double[] samples, double[] lastErrors, int frames) {
        for (int i = 0; i < frames; i++) {
            double wanted = samples[i] * half - fedBack(lastErrors);
            double rounded = Math.rint(wanted + noise[i]);
            keep(lastErrors, rounded - wanted);
            samples[i] = onGrid(rounded) * step;
        }
    }

    private double fedBack(double[] lastErrors) {
        double sum = 0;
        for (int i = 0; i < shape.length; i++) {
            sum += shape[i] * lastErrors[i];
        }
        return sum;
    }

    private static void keep(double[] lastErrors, double error) {
        for (int i = lastErrors.length - 1; i > 0; i--) {
            lastErrors[i] = lastErrors[i - 1];
        }
        if (lastErrors.length > 0) {
            lastErrors[0] = error;
        }
    }

    private double onGrid(double steps) {
        if (steps < -half || steps > half - 1) {
            clipped++;
            return steps < 0 ? -half : half - 1;
        }
        return steps;
    }

    /** How many samples were beyond full scale and had to be cut; the report says so. */
    long clipped() {
        return clipped;
    }

    /** Differences of two even draws each, from the halves of one step of xorshift64* (Vigna 2016). */
    private void draw(int channel, int frames) {
        long next = states[channel];
        for (int i = 0; i < frames; i++) {
            next ^= next >>> 12;
            next ^= next << 25;
            next ^= next >>> 27;
            long bits = next * 0x2545F4914F6CDD1DL;
            noise[i] = ((bits >>> 32) - (bits & 0xffffffffL)) * UNIT_32;
        }
        states[channel] = next;
    }
}
