package io.auralis.engine.mastering;

import io.auralis.engine.transform.BatchTransform;
import io.auralis.engine.transform.PreciseTransform;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Convolution with a symmetric kernel by FFT (overlap-save), so that every frequency is gained and none is delayed against
 * another. The kernel lies around the origin, so its spectrum is real: a window is filtered by as many products as it has
 * lines, and two windows, of two channels or one after the other, as the parts of one complex signal. The kernel is a quarter
 * of a window long, and each window gives the other three quarters as samples.
 */
final class SymmetricConvolver {
    /** The kernel reaches at least 1/24 s to either side. */
    private static final int TRANSFORMS_PER_SECOND = 6;

    private final int size;
    /** Samples that one window gives. */
    private final int step;
    /** To either side of the kernel's middle. */
    private final int reach;
    /** Samples exchanged from transform to transform. */
    private final int span;

    private final Filter filter;
    /** The last samples of each channel, twice the reach more than those exchanged. */
    private final double[][] taken;

    private final double[][] ready;
    private final double[] pair;
    private int at;

    /** What is done to a window. */
    private interface Filter {
        /** @param pair real and imaginary parts in turns */
        void apply(double[] pair);
    }

    private SymmetricConvolver(int channels, int sampleRateHz, double[] response, boolean precise) {
        int kernel = size(sampleRateHz);
        this.reach = kernel / 4;
        this.size = 2 * kernel;
        this.step = size - 2 * reach;
        this.span = channels == 1 ? 2 * step : step;
        DoubleFFT_1D transform = PreciseTransform.of(size);
        double[] gains = gains(response, transform);
        this.filter = precise ? precise(transform, gains) : single(gains);
        this.taken = new double[channels][2 * reach + span];
        this.ready = new double[channels][span];
        this.pair = new double[2 * size];
    }

    /** @param response what is wanted of each line, linear, {@link #lines} of them */
    static SymmetricConvolver precise(int channels, int sampleRateHz, double[] response) {
        return new SymmetricConvolver(channels, sampleRateHz, response, true);
    }

    /**
     * Four times as fast; what rounding leaves is 130 dB under the level of what goes in. For a part of a signal that is
     * little enough.
     *
     * @param response as above
     */
    static SymmetricConvolver single(int channels, int sampleRateHz, double[] response) {
        return new SymmetricConvolver(channels, sampleRateHz, response, false);
    }

    private static int size(int sampleRateHz) {
        return Integer.highestOneBit(2 * sampleRateHz / TRANSFORMS_PER_SECOND - 1);
    }

    /** How many lines a response has, from 0 Hz to half the rate. */
    static int lines(int sampleRateHz) {
        return size(sampleRateHz) / 2 + 1;
    }

    /** From one line of a response to the next. */
    static double lineHz(int sampleRateHz) {
        return (double) sampleRateHz / size(sampleRateHz);
    }

    int latencyFrames() {
        return span + reach;
    }

    /** How many frames may be exchanged now, at least 1 and at most as many as are asked. */
    int next(int frames) {
        return Math.min(span - at, frames);
    }

    /** Exchanges frames of a channel for filtered ones; each channel's turn comes before {@link #moveOn}. */
    void exchange(int channel, double[] samples, int from, int frames) {
        System.arraycopy(samples, from, taken[channel], 2 * reach + at, frames);
        System.arraycopy(ready[channel], at, samples, from, frames);
    }

    /** Call when all channels' frames were exchanged. */
    void moveOn(int frames) {
        at += frames;
        if (at == span) {
            if (taken.length == 1) {
                convolve(taken[0], 0, ready[0], taken[0], step, ready[0]);
            }
            for (int channel = 0; taken.length > 1 && channel < taken.length; channel += 2) {
                // The last of an odd number of channels stands beside itself.
                int other = Math.min(channel + 1, taken.length - 1);
                convolve(taken[channel], 0, ready[channel], taken[other], 0, ready[other]);
            }
            for (double[] channel : taken) {
                System.arraycopy(channel, span, channel, 0, 2 * reach);
            }
            at = 0;
        }
    }

    /** Filters two windows, each from an index into its samples on; what comes out goes to the same index of the output. */
    private void convolve(double[] one, int from, double[] out, double[] other, int otherFrom, double[] otherOut) {
        for (int i = 0; i < size; i++) {
            pair[2 * i] = one[from + i];
            pair[2 * i + 1] = other[otherFrom + i];
        }
        filter.apply(pair);
        // Where the kernel would reach beyond the window it has wrapped around.
        for (int i = 0; i < step; i++) {
            out[from + i] = pair[2 * (reach + i)];
            otherOut[otherFrom + i] = pair[2 * (reach + i) + 1];
        }
    }

    private static Filter precise(DoubleFFT_1D transform, double[] gains) {
        return pair -> {
            transform.complexForward(pair);
            for (int line = 0; line < gains.length; line++) {
                pair[2 * line] *= gains[line];
                pair[2 * line + 1] *= gains[line];
            }
            transform.complexInverse(pair, true);
        };
    }

    private static Filter single(double[] gains) {
        int size = gains.length;
        BatchTransform transform = new BatchTransform(size, 1);
        float[] scaled = new float[size];
        for (int line = 0; line < size; line++) {
            scaled[line] = (float) (gains[line] / size);
        }
        float[] real = new float[size];
        float[] imaginary = new float[size];
        return pair -> {
            for (int i = 0; i < size; i++) {
                real[i] = (float) pair[2 * i];
                imaginary[i] = (float) pair[2 * i + 1];
            }
            transform.load(0, real, imaginary);
            transform.run();
            transform.read(0, real, imaginary);
            multiply(real, scaled);
            multiply(imaginary, scaled);
            // The inverse is the transform with the parts exchanged, before and after.
            transform.load(0, imaginary, real);
            transform.run();
            transform.read(0, imaginary, real);
            for (int i = 0; i < size; i++) {
                pair[2 * i] = real[i];
                pair[2 * i + 1] = imaginary[i];
            }
        };
    }

    private static void multiply(float[] lines, float[] by) {
        for (int line = 0; line < lines.length; line++) {
            lines[line] *= by[line];
        }
    }

    /** The kernel's spectrum, linear, line by line. */
    private double[] gains(double[] response, DoubleFFT_1D transform) {
        int length = size / 2;
        double[] kernel = new double[length];
        for (int line = 0; line <= length / 2; line++) {
            kernel[line == length / 2 ? 1 : 2 * line] = response[line];
        }
        PreciseTransform.of(length).realInverse(kernel, true);
        double[] padded = new double[2 * size];
        for (int i = -reach; i <= reach; i++) {
            padded[2 * Math.floorMod(i, size)] = kernel[Math.floorMod(i, length)];
        }
        transform.complexForward(padded);
        double[] gains = new double[size];
        for (int line = 0; line < size; line++) {
            gains[line] = padded[2 * line];
        }
        return gains;
    }
}
