package io.auralis.engine.audio;

import java.util.function.IntToDoubleFunction;

/** Samples in memory as a track, and the means to make them. */
public final class MemoryTrack implements AudioTrack {
    private final AudioFormat format;
    private final double[][] samples;

    /** @param samples channels × frames */
    public MemoryTrack(int sampleRateHz, double[]... samples) {
        this.format = new AudioFormat(sampleRateHz, samples.length);
        this.samples = samples;
    }

    /** A channel of {@code seconds} whose sample at index i is {@code signal(i)}. */
    public static double[] channel(int sampleRateHz, double seconds, IntToDoubleFunction signal) {
        double[] channel = new double[(int) Math.round(seconds * sampleRateHz)];
        for (int i = 0; i < channel.length; i++) {
            channel[i] = signal.applyAsDouble(i);
        }
        return channel;
    }

    /** A sine of a peak level in dBFS. */
    public static double[] tone(int sampleRateHz, double seconds, double hertz, double peakDbfs) {
        double peak = Math.pow(10, peakDbfs / 20);
        return channel(sampleRateHz, seconds, i -> peak * Math.sin(2 * Math.PI * hertz * i / sampleRateHz));
    }

    /** Pieces one after another. */
    public static double[] join(double[]... pieces) {
        int length = 0;
        for (double[] piece : pieces) {
            length += piece.length;
        }
        double[] joined = new double[length];
        int at = 0;
        for (double[] piece : pieces) {
            System.arraycopy(piece, 0, joined, at, piece.length);
            at += piece.length;
        }
        return joined;
    }

    public AudioFormat format() {
        return format;
    }

    public int frames() {
        return samples[0].length;
    }

    @Override
    public AudioSource open() {
        return new MemorySource();
    }

    private final class MemorySource implements AudioSource {
        private int position;

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public long statedFrames() {
            return frames();
        }

        @Override
        public boolean read(AudioBlock block) {
            int count = Math.min(block.capacity(), frames() - position);
            for (int channel = 0; channel < samples.length; channel++) {
                System.arraycopy(samples[channel], position, block.channel(channel), 0, count);
            }
            block.setFrames(count);
            position += count;
            return count > 0;
        }

        @Override
        public void close() {}
    }
}
