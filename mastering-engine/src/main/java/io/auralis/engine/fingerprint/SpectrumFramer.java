package io.auralis.engine.fingerprint;

import io.auralis.engine.audio.AudioBlock;
import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * Cuts a stream into frames on a grid and hands on each frame's power spectrum: Hann window, the frame's mean removed,
 * mean over the channels, scaled so that a full-scale sine reads 1 at its line.
 *
 * <p>The mean of the channels' powers is taken, not the power of their sum: in the sum, whatever is out of phase between
 * them would be lost. A last incomplete frame is left out, but a track shorter than one frame is filled up with silence.
 */
final class SpectrumFramer {
    static {
        // One thread a track: a batch is parallel over tracks, and threads inside one transform cost more than they
        // give.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(1L << 30);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(1L << 30);
    }

    /** Takes spectra. The array is reused for the next frame. */
    interface Listener {
        void accept(double[] power);
    }

    private final FrameGrid grid;
    private final Listener listener;
    private final DoubleFFT_1D transform;
    private final double[] window;
    private final double[][] frames;
    private final double[] scratch;
    private final double[] power;
    private int filled;
    private boolean anyFrame;

    SpectrumFramer(FrameGrid grid, int channels, Listener listener) {
        this.grid = grid;
        this.listener = listener;
        this.transform = new DoubleFFT_1D(grid.size());
        this.window = hann(grid.size());
        this.frames = new double[channels][grid.size()];
        this.scratch = new double[grid.size()];
        this.power = new double[grid.lines()];
    }

    /** Periodic Hann window. */
    static double[] hann(int size) {
        double[] window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * i / size);
        }
        return window;
    }

    void accept(AudioBlock block) {
        int taken = 0;
        while (taken < block.frames()) {
            int count = Math.min(block.frames() - taken, grid.size() - filled);
            for (int channel = 0; channel < frames.length; channel++) {
                System.arraycopy(block.channel(channel), taken, frames[channel], filled, count);
            }
            filled += count;
            taken += count;
            if (filled == grid.size()) {
                endFrame();
            }
        }
    }

    void finish() {
        if (!anyFrame && filled > 0) {
            for (double[] frame : frames) {
                Arrays.fill(frame, filled, grid.size(), 0);
            }
            endFrame();
        }
    }

    private void endFrame() {
        Arrays.fill(power, 0);
        for (double[] frame : frames) {
            addPower(frame);
            System.arraycopy(frame, grid.hop(), frame, 0, grid.size() - grid.hop());
        }
        filled = grid.size() - grid.hop();
        anyFrame = true;
        listener.accept(power);
    }

    private void addPower(double[] frame) {
        for (int i = 0; i < scratch.length; i++) {
            scratch[i] = frame[i] * window[i];
        }
        transform.realForward(scratch);
        // A constant c appears as c times the window's own spectrum: N/2 at line 0 and -N/4 at line 1.
        scratch[2] += scratch[0] / 2;
        double scale = 16.0 / ((double) grid.size() * grid.size() * frames.length);
        int last = grid.size() / 2;
        for (int line = 1; line < last; line++) {
            double real = scratch[2 * line];
            double imaginary = scratch[2 * line + 1];
            power[line] += scale * (real * real + imaginary * imaginary);
        }
        power[last] += scale * scratch[1] * scratch[1];
    }
}
