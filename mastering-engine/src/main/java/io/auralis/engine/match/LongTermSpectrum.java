package io.auralis.engine.match;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Measures the mean power spectrum of a track in one pass, by overlapping Hann windows (P. D. Welch, "The Use of Fast
 * Fourier Transform for the Estimation of Power Spectra", IEEE Trans. Audio Electroacoustics, 1967). The powers of the
 * channels are added, so that nothing that is out of phase between them is lost; of two channels, mid and side are told apart. Memory does not grow with the track.
 */
public final class LongTermSpectrum {
    /** 16,384 samples at 44.1 kHz: lines 2.7 Hz apart, four in the third octave at 50 Hz. */
    private static final double FRAME_SECONDS = 16_384 / 44_100.0;

    private final int sampleRateHz;
    private final int size;
    private final DoubleFFT_1D transform;
    private final double[] window;
    private final double[][] frames;
    private final double[] scratch;
    private final double[] mid;
    private final double[] side;
    private final boolean stereo;
    private int filled;
    private boolean anyFrame;

    public LongTermSpectrum(AudioFormat format) {
        this.sampleRateHz = format.sampleRateHz();
        this.size = Transform.sizeNear(FRAME_SECONDS, sampleRateHz);
        this.transform = Transform.of(size);
        this.window = new double[size];
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
        }
        this.frames = new double[format.channels()][size];
        this.scratch = new double[size];
        this.mid = new double[size / 2 + 1];
        this.side = new double[size / 2 + 1];
        this.stereo = format.channels() == 2;
    }

    public void accept(AudioBlock block) {
        for (int taken = 0; taken < block.frames(); ) {
            int count = Math.min(block.frames() - taken, size - filled);
            for (int channel = 0; channel < frames.length; channel++) {
                System.arraycopy(block.channel(channel), taken, frames[channel], filled, count);
            }
            filled += count;
            taken += count;
            if (filled == size) {
                endFrame();
            }
        }
    }

    /** Hears the end; a track shorter than one frame is filled up with silence. Call once, after the last block. */
    public TonalBalance finish() {
        if (!anyFrame && filled > 0) {
            for (double[] frame : frames) {
                Arrays.fill(frame, filled, size, 0);
            }
            endFrame();
        }
        return new TonalBalance(sampleRateHz, mid, side);
    }

    private void endFrame() {
        for (int channel = 0; channel < frames.length; channel++) {
            if (stereo) {
                double sign = channel == 0 ? 1 : -1;
                for (int i = 0; i < size; i++) {
                    scratch[i] = window[i] * (frames[0][i] + sign * frames[1][i]);
                }
            } else {
                for (int i = 0; i < size; i++) {
                    scratch[i] = window[i] * frames[channel][i];
                }
            }
            addTo(stereo && channel == 1 ? side : mid);
        }
        for (double[] frame : frames) {
            System.arraycopy(frame, size / 2, frame, 0, size / 2);
        }
        filled = size / 2;
        anyFrame = true;
    }

    private void addTo(double[] power) {
        transform.realForward(scratch);
        for (int line = 1; line < size / 2; line++) {
            double real = scratch[2 * line];
            double imaginary = scratch[2 * line + 1];
            power[line] += real * real + imaginary * imaginary;
        }
    }
}
