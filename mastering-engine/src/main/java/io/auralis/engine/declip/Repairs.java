package io.auralis.engine.declip;

import java.util.Arrays;

/** The restored samples of a track, kept so that it is restored once however often it is read. */
final class Repairs {
    /** 64 MB in all; a song that was cut off heavily has a million. */
    private static final int MOST_SAMPLES = 4_000_000;

    private final long[][] frames;
    private final double[][] values;
    private final int[] sizes;
    private final int most;
    private boolean full;

    Repairs(int channels) {
        this(channels, MOST_SAMPLES);
    }

    Repairs(int channels, int most) {
        this.frames = new long[channels][16];
        this.values = new double[channels][16];
        this.sizes = new int[channels];
        this.most = most / channels;
    }

    /** Keeps a sample; those of a channel in ascending order. */
    void add(int channel, long frame, double value) {
        int size = sizes[channel];
        if (full || size == most) {
            full = true;
            return;
        }
        if (size == frames[channel].length) {
            frames[channel] = Arrays.copyOf(frames[channel], 2 * size);
            values[channel] = Arrays.copyOf(values[channel], 2 * size);
        }
        frames[channel][size] = frame;
        values[channel][size] = value;
        sizes[channel]++;
    }

    /** Whether there were more than are kept. */
    boolean full() {
        return full;
    }

    int size(int channel) {
        return sizes[channel];
    }

    long frame(int channel, int index) {
        return frames[channel][index];
    }

    double value(int channel, int index) {
        return values[channel][index];
    }
}
