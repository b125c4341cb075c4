package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Of {@link RememberedPiece}s the usual ones. Their rows are used again. */
final class FloatPiece extends RememberedPiece {
    /** So long that the launcher's JVM makes the rows where they stay, instead of copying them there in many pauses. */
    static final int CAPACITY = 32_768;

    /** Whoever reads a piece for the last time mostly makes another one of the same length at once. */
    private static final BlockingQueue<float[]> USED_ROWS = new ArrayBlockingQueue<>(32);

    private static final int STRETCH = 64;

    private final float[][] samples;

    FloatPiece(int channels) {
        super(CAPACITY);
        this.samples = new float[channels][];
        Arrays.setAll(samples, channel -> {
            float[] used = USED_ROWS.poll();
            return used == null ? new float[CAPACITY] : used;
        });
    }

    /** Whether the next frames are floats. */
    static boolean hold(AudioBlock block, int from) {
        float[] kept = new float[STRETCH];
        int count = Math.min(STRETCH, block.frames() - from);
        for (int channel = 0; channel < block.channels(); channel++) {
            if (keep(block.channel(channel), from, kept, 0, count) < count) {
                return false;
            }
        }
        return true;
    }

    /** Copies samples, up to the first stretch in which one is no float. */
    private static int keep(double[] of, int from, float[] to, int at, int count) {
        for (int begin = 0; begin < count; begin += STRETCH) {
            int end = Math.min(count, begin + STRETCH);
            double off = 0;
            double offToo = 0;
            int i = begin;
            // Two sums, as one would wait for itself.
            for (; i + 1 < end; i += 2) {
                float one = (float) of[from + i];
                float two = (float) of[from + i + 1];
                to[at + i] = one;
                to[at + i + 1] = two;
                off += Math.abs(one - of[from + i]);
                offToo += Math.abs(two - of[from + i + 1]);
            }
            if (i < end) {
                to[at + i] = (float) of[from + i];
                off += Math.abs(to[at + i] - of[from + i]);
            }
            if (off != 0 || offToo != 0) {
                return begin;
            }
        }
        return count;
    }

    @Override
    long bytesPerFrame() {
        return (long) samples.length * Float.BYTES;
    }

    @Override
    int put(AudioBlock block, int from, int at, int count) {
        int kept = count;
        for (int channel = 0; channel < samples.length; channel++) {
            kept = keep(block.channel(channel), from, samples[channel], at, kept);
        }
        return kept;
    }

    @Override
    void copy(int from, int count, AudioBlock into, int at) {
        for (int channel = 0; channel < samples.length; channel++) {
            float[] of = samples[channel];
            double[] to = into.channel(channel);
            for (int i = 0; i < count; i++) {
                to[at + i] = of[from + i];
            }
        }
    }

    @Override
    void close() {
        for (int channel = 0; frames() < CAPACITY && channel < samples.length; channel++) {
            float[] row = samples[channel];
            samples[channel] = Arrays.copyOf(row, frames());
            USED_ROWS.offer(row);
        }
    }

    @Override
    void letGo() {
        for (float[] row : samples) {
            if (row.length == CAPACITY) {
                USED_ROWS.offer(row);
            }
        }
    }
}
