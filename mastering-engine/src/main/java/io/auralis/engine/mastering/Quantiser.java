package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;

/**
 * The chain's last stage: puts samples on the grid of the output's bit depth. Dither of triangular density, two steps
 * wide, makes the error independent of the music (Lipshitz, Wannamaker, Vanderkooy, "Quantization and Dither", JAES
 * 1992). The seed is fixed, so the same master is the same bytes.
 */
final class Quantiser implements Stage {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final double UNIT_32 = 1.0 / (1L << 32);

    private final double half;
    private final boolean dithered;
    private long state = SEED;
    private long clipped;

    /**
     * @param bitDepth of the output
     * @param dithered false only where every sample lies on the grid already
     */
    Quantiser(int bitDepth, boolean dithered) {
        this.half = 1L << (bitDepth - 1);
        this.dithered = dithered;
    }

    @Override
    public void process(AudioBlock block) {
        for (int channel = 0; channel < block.channels(); channel++) {
            double[] samples = block.channel(channel);
            for (int i = 0; i < block.frames(); i++) {
                double steps = samples[i] * half + (dithered ? triangular() : 0);
                samples[i] = onGrid(Math.rint(steps)) / half;
            }
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

    /** The difference of two even draws, from the halves of one step of xorshift64* (Vigna 2016). */
    private double triangular() {
        state ^= state >>> 12;
        state ^= state << 25;
        state ^= state >>> 27;
        long bits = state * 0x2545F4914F6CDD1DL;
        return ((bits >>> 32) - (bits & 0xffffffffL)) * UNIT_32;
    }
}
