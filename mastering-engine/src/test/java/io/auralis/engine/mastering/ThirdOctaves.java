package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.MediaFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jtransforms.fft.DoubleFFT_1D;

/** A track's levels in the third octaves from 50 Hz to 16 kHz, dB; bands of IEC 61260-1 to base ten. */
final class ThirdOctaves {
    private static final int LOWEST = 17;
    private static final int HIGHEST = 42;
    private static final int SIZE = 32_768;

    private final double[] power = new double[HIGHEST - LOWEST + 1];
    private final DoubleFFT_1D transform = new DoubleFFT_1D(SIZE);
    private final double[][] frames;
    private final double[] scratch = new double[SIZE];
    private final int rateHz;
    private int filled;

    private ThirdOctaves(int rateHz, int channels) {
        this.rateHz = rateHz;
        this.frames = new double[channels][SIZE];
    }

    static double[] of(Path file) {
        MediaFile media = MediaFile.of(file);
        AudioFormat format = media.info().format();
        ThirdOctaves octaves = new ThirdOctaves(format.sampleRateHz(), format.channels());
        Chain.run(media, List.of(), Progress.NONE, "", octaves::accept);
        return Arrays.stream(octaves.power).map(one -> 10 * Math.log10(one)).toArray();
    }

    /** Mean absolute deviation, dB, after the levels were brought to the same mean. */
    static double deviation(double[] one, double[] other) {
        double mean = 0;
        for (int i = 0; i < one.length; i++) {
            mean += (one[i] - other[i]) / one.length;
        }
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs(one[i] - other[i] - mean) / one.length;
        }
        return sum;
    }

    private void accept(AudioBlock block) {
        for (int i = 0; i < block.frames(); i++) {
            for (int channel = 0; channel < frames.length; channel++) {
                frames[channel][filled] = block.channel(channel)[i];
            }
            if (++filled == SIZE) {
                for (double[] frame : frames) {
                    add(frame);
                    System.arraycopy(frame, SIZE / 2, frame, 0, SIZE / 2);
                }
                filled = SIZE / 2;
            }
        }
    }

    private void add(double[] frame) {
        for (int i = 0; i < SIZE; i++) {
            scratch[i] = frame[i] * Math.pow(Math.sin(Math.PI * i / SIZE), 2);
        }
        transform.realForward(scratch);
        for (int line = 1; line < SIZE / 2; line++) {
            double hertz = (double) line * rateHz / SIZE;
            int band = (int) Math.round(10 * Math.log10(hertz));
            if (band >= LOWEST && band <= HIGHEST) {
                power[band - LOWEST] +=
                        scratch[2 * line] * scratch[2 * line] + scratch[2 * line + 1] * scratch[2 * line + 1];
            }
        }
    }
}
