package io.auralis.engine.media;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.MemoryTrack;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Samples to test with: made, and read back. */
public final class Samples {
    private Samples() {}

    /** All samples of a file, channels × frames. */
    public static double[][] of(Path file) {
        return of(MediaFile.of(file));
    }

    public static double[][] of(AudioTrack track) {
        try (AudioSource source = track.open()) {
            int channels = source.format().channels();
            AudioBlock block = new AudioBlock(channels, 1_000);
            double[][] all = new double[channels][0];
            int length = 0;
            while (source.read(block)) {
                for (int channel = 0; channel < channels; channel++) {
                    if (all[channel].length < length + block.frames()) {
                        all[channel] = Arrays.copyOf(all[channel], 2 * length + block.frames());
                    }
                    System.arraycopy(block.channel(channel), 0, all[channel], length, block.frames());
                }
                length += block.frames();
            }
            for (int channel = 0; channel < channels; channel++) {
                all[channel] = Arrays.copyOf(all[channel], length);
            }
            return all;
        }
    }

    /** Music-like stereo on a 16-bit grid: chords, a beat, noise, sides of their own. */
    public static MemoryTrack music(int sampleRateHz, double seconds) {
        return music(sampleRateHz, 2, seconds);
    }

    public static MemoryTrack music(int sampleRateHz, int channels, double seconds) {
        SplittableRandom random = new SplittableRandom(11);
        double[][] made = new double[channels][];
        int frames = (int) Math.round(seconds * sampleRateHz);
        double[] beat = new double[frames];
        for (int i = 0; i < frames; i++) {
            double inBeat = (double) (i % (sampleRateHz / 2)) / sampleRateHz;
            beat[i] = 0.45 * Math.exp(-inBeat * 25) * Math.sin(2 * Math.PI * 60 * inBeat)
                    + 0.12 * Math.exp(-inBeat * 80) * (random.nextDouble() - 0.5);
        }
        for (int channel = 0; channel < channels; channel++) {
            double detune = 1 + 0.003 * channel;
            double[] samples = new double[frames];
            for (int i = 0; i < frames; i++) {
                double t = (double) i / sampleRateHz;
                double chord = 0.05 * Math.sin(2 * Math.PI * 220 * detune * t)
                        + 0.05 * Math.sin(2 * Math.PI * 277.2 * detune * t)
                        + 0.05 * Math.sin(2 * Math.PI * 659.3 * detune * t)
                        + 0.02 * Math.sin(2 * Math.PI * 2_637 * detune * t);
                double noise = 0.02 * (random.nextDouble() - 0.5);
                samples[i] = Math.rint((beat[i] + chord + noise) * 32_767) / 32_768;
            }
            made[channel] = samples;
        }
        return new MemoryTrack(sampleRateHz, made);
    }

    /** The same music over a bass that is held: under lower strokes of the drum the lows keep their level. */
    public static MemoryTrack withBass(MemoryTrack music) {
        double[][] samples = of(music);
        int sampleRateHz = music.format().sampleRateHz();
        for (double[] channel : samples) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] += 0.1 * Math.sin(2 * Math.PI * 55 * i / sampleRateHz);
            }
        }
        return new MemoryTrack(sampleRateHz, samples);
    }

    /** The same music with its sides turned down, so that every band has room to be widened. */
    public static MemoryTrack narrowed(MemoryTrack stereo, double sideGain) {
        double[][] samples = of(stereo);
        for (int i = 0; i < samples[0].length; i++) {
            double mid = 0.5 * (samples[0][i] + samples[1][i]);
            double side = 0.5 * (samples[0][i] - samples[1][i]) * sideGain;
            samples[0][i] = mid + side;
            samples[1][i] = mid - side;
        }
        return new MemoryTrack(stereo.format().sampleRateHz(), samples);
    }

    /** Root mean square over all channels of a middle part, where filters have settled. */
    public static double rms(double[][] samples) {
        double sum = 0;
        int from = samples[0].length / 4;
        int to = samples[0].length * 3 / 4;
        for (double[] channel : samples) {
            for (int i = from; i < to; i++) {
                sum += channel[i] * channel[i];
            }
        }
        return Math.sqrt(sum / ((double) (to - from) * samples.length));
    }
}
