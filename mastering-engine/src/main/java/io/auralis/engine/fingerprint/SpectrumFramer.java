package io.auralis.engine.fingerprint;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.transform.BatchTransform;
import java.util.Arrays;

/**
 * Cuts a stream into frames on a grid and hands on each frame's power spectrum: Hann window, the frame's mean removed,
 * mean over the channels, scaled so that a full-scale sine reads 1 at its line.
 *
 * <p>The mean of the channels' powers is taken, not the power of their sum: in the sum, whatever is out of phase between
 * them would be lost. A last incomplete frame is left out, but a track shorter than one frame is filled up with silence.
 *
 * <p>Two channels are one complex signal, mid and side, whose spectrum holds the powers of both: with Z the transform of M + iS,
 * |Z(k)|² + |Z(-k)|² is the sum of the channels' powers. Equal channels leave S zero and so read exactly as mono does.
 */
final class SpectrumFramer {
    /** Takes spectra. The array is reused. */
    interface Listener {
        void accept(float[] power);
    }

    private final FrameGrid grid;
    private final int channels;
    private final Listener listener;
    private final BatchTransform transform;
    private final float[] window;
    /** Mid and side of each pair of channels; an odd last channel is a mid whose side is silent. */
    private final float[][] parts;

    private final float[] real;
    private final float[] imaginary;
    private final float[][] powers;
    private int filled;
    private boolean anyFrame;

    SpectrumFramer(FrameGrid grid, int channels, Listener listener) {
        this.grid = grid;
        this.channels = channels;
        this.listener = listener;
        this.transform = new BatchTransform(grid.size());
        this.window = hann(grid.size());
        this.parts = new float[(channels + 1) / 2 * 2][grid.size() + (transform.frames() - 1) * grid.hop()];
        this.real = new float[grid.size()];
        this.imaginary = new float[grid.size()];
        this.powers = new float[transform.frames()][grid.lines()];
    }

    void accept(AudioBlock block) {
        int taken = 0;
        while (taken < block.frames()) {
            int count = Math.min(block.frames() - taken, parts[0].length - filled);
            for (int channel = 0; channel < channels; channel += 2) {
                if (channel + 1 < channels) {
                    takePair(block.channel(channel), block.channel(channel + 1), taken, count, channel);
                } else {
                    takeSingle(block.channel(channel), taken, count, channel);
                }
            }
            filled += count;
            taken += count;
            if (filled == parts[0].length) {
                endBatch(transform.frames());
            }
        }
    }

    void finish() {
        if (filled >= grid.size()) {
            endBatch((filled - grid.size()) / grid.hop() + 1);
        } else if (!anyFrame && filled > 0) {
            for (float[] part : parts) {
                Arrays.fill(part, filled, grid.size(), 0);
            }
            endBatch(1);
        }
    }

    /** Periodic Hann window. */
    static float[] hann(int size) {
        float[] window = new float[size];
        for (int i = 0; i < size; i++) {
            window[i] = (float) (0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / size));
        }
        return window;
    }

    private void takePair(double[] left, double[] right, int from, int count, int part) {
        float[] mid = parts[part];
        float[] side = parts[part + 1];
        for (int i = 0; i < count; i++) {
            double l = left[from + i];
            double r = right[from + i];
            mid[filled + i] = (float) (0.5 * (l + r));
            side[filled + i] = (float) (0.5 * (l - r));
        }
    }

    private void takeSingle(double[] samples, int from, int count, int part) {
        for (int i = 0; i < count; i++) {
            parts[part][filled + i] = (float) samples[from + i];
        }
    }

    private void endBatch(int frames) {
        for (int frame = 0; frame < frames; frame++) {
            Arrays.fill(powers[frame], 0);
        }
        for (int part = 0; part < parts.length; part += 2) {
            for (int frame = 0; frame < frames; frame++) {
                weigh(parts[part], frame * grid.hop(), real);
                weigh(parts[part + 1], frame * grid.hop(), imaginary);
                transform.load(frame, real, imaginary);
            }
            transform.run();
            transform.square();
            // A sine's line is a quarter of the size high; a lone channel's power comes twice, of line k and of line
            // -k.
            double scale = 16.0 / ((double) grid.size() * grid.size() * channels) / (part + 1 < channels ? 1 : 2);
            for (int frame = 0; frame < frames; frame++) {
                transform.addPower(frame, (float) scale, powers[frame]);
            }
        }
        for (float[] part : parts) {
            System.arraycopy(part, frames * grid.hop(), part, 0, part.length - frames * grid.hop());
        }
        filled -= frames * grid.hop();
        anyFrame = true;
        for (int frame = 0; frame < frames; frame++) {
            listener.accept(powers[frame]);
        }
    }

    private void weigh(float[] samples, int from, float[] weighed) {
        for (int i = 0; i < weighed.length; i++) {
            weighed[i] = samples[from + i] * window[i];
        }
    }
}
