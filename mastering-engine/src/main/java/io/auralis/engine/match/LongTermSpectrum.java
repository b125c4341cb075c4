package io.auralis.engine.match;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.transform.BatchTransform;
import io.auralis.engine.transform.PreciseTransform;
import java.util.Arrays;

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
    private final BatchTransform transform;
    private final float[] window;
    private final double[][] frames;
    /** Two channels, or mid and side, as the parts of one complex signal. */
    private final float[] real;

    private final float[] imaginary;
    private final double[] mid;
    private final double[] side;
    private final boolean stereo;
    private int filled;
    private boolean anyFrame;

    public LongTermSpectrum(AudioFormat format) {
        this.sampleRateHz = format.sampleRateHz();
        this.size = PreciseTransform.sizeNear(FRAME_SECONDS, sampleRateHz);
        this.transform = new BatchTransform(size, 1);
        this.window = new float[size];
        for (int i = 0; i < size; i++) {
            window[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
        }
        this.frames = new double[format.channels()][size];
        this.real = new float[size];
        this.imaginary = new float[size];
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
        for (int channel = 0; channel < frames.length; channel += 2) {
            if (stereo) {
                weighMidAndSide();
            } else {
                weigh(frames[channel], real);
                if (channel + 1 < frames.length) {
                    weigh(frames[channel + 1], imaginary);
                } else {
                    Arrays.fill(imaginary, 0);
                }
            }
            transform.load(0, real, imaginary);
            transform.run();
            transform.read(0, real, imaginary);
            addPowers(mid, stereo ? side : mid);
        }
        for (double[] frame : frames) {
            System.arraycopy(frame, size / 2, frame, 0, size / 2);
        }
        filled = size / 2;
        anyFrame = true;
    }

    private void weighMidAndSide() {
        double[] left = frames[0];
        double[] right = frames[1];
        for (int i = 0; i < size; i++) {
            real[i] = window[i] * (float) (left[i] + right[i]);
            imaginary[i] = window[i] * (float) (left[i] - right[i]);
        }
    }

    private void weigh(double[] samples, float[] weighed) {
        for (int i = 0; i < size; i++) {
            weighed[i] = window[i] * (float) samples[i];
        }
    }

    /** The transform of two real signals, taken apart by their symmetry: a real signal's lines k and -k are conjugates. */
    private void addPowers(double[] one, double[] other) {
        for (int line = 1; line < size / 2; line++) {
            double even = 0.5 * (real[line] + real[size - line]);
            double odd = 0.5 * (imaginary[line] - imaginary[size - line]);
            one[line] += even * even + odd * odd;
            double otherEven = 0.5 * (imaginary[line] + imaginary[size - line]);
            double otherOdd = 0.5 * (real[size - line] - real[line]);
            other[line] += otherEven * otherEven + otherOdd * otherOdd;
        }
    }
}
