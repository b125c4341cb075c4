package io.auralis.engine.mastering;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Convolution with a symmetric kernel by FFT (overlap-save), so that every frequency is gained and none is delayed against
 * another. The kernel lies around the origin, so its spectrum is real and a block is filtered by as many products as it has
 * lines. It is half a transform long, and each transform gives the other half as samples.
 */
final class SymmetricConvolver {
    static {
        // As for the fingerprint: a batch is parallel over tracks, and threads inside a transform cost more than they
        // give.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(1L << 30);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(1L << 30);
    }

    /** The kernel reaches at least 1/24 s to either side. */
    private static final int TRANSFORMS_PER_SECOND = 6;

    private final int size;
    private final int step;
    private final DoubleFFT_1D transform;
    private final double[] gains;
    private final double[][] windows;
    private final double[][] ready;
    private final double[] scratch;
    private int at;

    /** @param response what is wanted of each line, linear, {@link #lines} of them */
    SymmetricConvolver(int channels, int sampleRateHz, double[] response) {
        this.size = size(sampleRateHz);
        this.step = size / 2;
        this.transform = new DoubleFFT_1D(size);
        this.gains = gains(response);
        this.windows = new double[channels][size];
        this.ready = new double[channels][step];
        this.scratch = new double[size];
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
        return step + size / 4;
    }

    /** How many frames may be exchanged now, at least 1 and at most as many as are asked. */
    int next(int frames) {
        return Math.min(step - at, frames);
    }

    /** Exchanges frames of a channel for filtered ones; each channel's turn comes before {@link #moveOn}. */
    void exchange(int channel, double[] samples, int from, int frames) {
        System.arraycopy(samples, from, windows[channel], size - step + at, frames);
        System.arraycopy(ready[channel], at, samples, from, frames);
    }

    /** Call when all channels' frames were exchanged. */
    void moveOn(int frames) {
        at += frames;
        if (at == step) {
            for (int channel = 0; channel < windows.length; channel++) {
                convolve(windows[channel], ready[channel]);
            }
            at = 0;
        }
    }

    private void convolve(double[] window, double[] out) {
        System.arraycopy(window, 0, scratch, 0, size);
        transform.realForward(scratch);
        scratch[0] *= gains[0];
        scratch[1] *= gains[step];
        for (int line = 1; line < step; line++) {
            scratch[2 * line] *= gains[line];
            scratch[2 * line + 1] *= gains[line];
        }
        transform.realInverse(scratch, true);
        // Where the kernel would reach beyond the window it has wrapped around.
        System.arraycopy(scratch, size / 4, out, 0, step);
        System.arraycopy(window, step, window, 0, size - step);
    }

    /** The kernel's spectrum, linear, line 0 to {@link #step}. */
    private double[] gains(double[] response) {
        double[] kernel = new double[size];
        for (int line = 0; line <= step; line++) {
            kernel[line == step ? 1 : 2 * line] = response[line];
        }
        transform.realInverse(kernel, true);
        for (int i = size / 4 + 1; i < size - size / 4; i++) {
            kernel[i] = 0;
        }
        transform.realForward(kernel);
        double[] real = new double[step + 1];
        for (int line = 0; line <= step; line++) {
            real[line] = kernel[line == step ? 1 : 2 * line];
        }
        return real;
    }
}
