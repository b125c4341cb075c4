package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.meter.PeakEnvelope;
import java.util.Arrays;

/**
 * A look-ahead limiter by true peak. The level between the samples is read 16x oversampled, but the gain is applied at
 * the track's own rate: nothing is filtered down afterwards, which is where oversampling limiters overshoot again. The
 * gain wanted at each frame is held over the look-ahead, released exponentially, and smoothed by two moving means, which
 * together are just as long as the hold: so it is at or under the wanted gain at each frame, and has no corner. All
 * channels get the same gain. Nothing is touched where nothing is over the threshold.
 */
final class Limiter implements Stage {
    /** Long enough that the gain bends a bass wave little, short enough to be masked before an attack. */
    private static final double LOOK_AHEAD_SECONDS = 0.004;

    /** Back within an eighth note: shorter distorts the lows, longer pulls down what follows a drum. */
    private static final double RELEASE_SECONDS = 0.1;

    /** Closer to 1 than this, the released gain is 1: the difference is under a thousandth of a 24-bit step. */
    private static final double RELEASED = 1 - 1e-10;

    private static final int SLICE = 1_024;

    private final double threshold;
    private final double release;
    private final PeakEnvelope envelope;
    private final SlidingMinimum hold;
    private final MovingMean first;
    private final MovingMean second;
    private final double[] levels = new double[SLICE];
    private final AudioBlock slice;
    private final double[][] delay;
    private final int latency;
    private int at;
    private double released = 1;
    private double lowestGain = 1;

    /** @param thresholdDb the level, dBTP, that the output is to stay at or under */
    Limiter(AudioFormat format, double thresholdDb) {
        this.threshold = Decibels.toRatio(thresholdDb);
        int half = Math.max(2, (int) Math.round(LOOK_AHEAD_SECONDS * format.sampleRateHz() / 2));
        this.release = 1 - Math.exp(-1 / (RELEASE_SECONDS * format.sampleRateHz()));
        this.envelope = new PeakEnvelope(format.channels(), threshold);
        this.hold = new SlidingMinimum(2 * half - 1);
        this.first = new MovingMean(half);
        this.second = new MovingMean(half);
        this.slice = new AudioBlock(format.channels(), SLICE);
        this.latency = envelope.latencyFrames() + 2 * half - 2;
        this.delay = new double[format.channels()][latency];
    }

    @Override
    public int latencyFrames() {
        return latency;
    }

    /** The most that it took off, dB, at most 0. */
    double lowestGainDb() {
        return Decibels.of(lowestGain);
    }

    @Override
    public void process(AudioBlock block) {
        for (int from = 0; from < block.frames(); from += SLICE) {
            int count = Math.min(SLICE, block.frames() - from);
            slice.setFrames(count);
            for (int channel = 0; channel < delay.length; channel++) {
                System.arraycopy(block.channel(channel), from, slice.channel(channel), 0, count);
            }
            envelope.read(slice, levels);
            for (int i = 0; i < count; i++) {
                limit(block, from + i, gain(levels[i]));
            }
        }
    }

    private double gain(double level) {
        double held = hold.next(level > threshold ? threshold / level : 1);
        released = held < released ? held : released + release * (held - released);
        if (held == 1 && released > RELEASED) {
            released = 1;
        }
        double gain = second.next(first.next(released));
        lowestGain = Math.min(lowestGain, gain);
        return gain;
    }

    private void limit(AudioBlock block, int frame, double gain) {
        for (int channel = 0; channel < delay.length; channel++) {
            double[] samples = block.channel(channel);
            double in = samples[frame];
            samples[frame] = delay[channel][at] * gain;
            delay[channel][at] = in;
        }
        at = at + 1 == latency ? 0 : at + 1;
    }

    /** The least of the last so many values, by a queue of the values that can still be the least. */
    private static final class SlidingMinimum {
        private final double[] values;
        private final long[] times;
        private final int length;
        private int head;
        private int size;
        private long now;

        SlidingMinimum(int length) {
            this.length = length;
            this.values = new double[length];
            this.times = new long[length];
        }

        double next(double value) {
            if (size > 0 && times[head] <= now - length) {
                head = head + 1 == length ? 0 : head + 1;
                size--;
            }
            while (size > 0 && values[slot(size - 1)] >= value) {
                size--;
            }
            int tail = slot(size);
            values[tail] = value;
            times[tail] = now++;
            size++;
            return values[head];
        }

        private int slot(int offset) {
            int slot = head + offset;
            return slot >= length ? slot - length : slot;
        }
    }

    /** Mean of the last so many gains. */
    private static final class MovingMean {
        private final double[] values;
        private double sum;
        private int at;
        private int ones;

        MovingMean(int length) {
            this.values = new double[length];
            Arrays.fill(values, 1);
            this.sum = length;
        }

        double next(double value) {
            sum += value - values[at];
            values[at] = value;
            at = at + 1 == values.length ? 0 : at + 1;
            ones = value == 1 ? ones + 1 : 0;
            if (ones >= values.length) {
                // Exact again: rounding errors neither pile up nor touch a track that needs no limiting.
                sum = values.length;
                ones = values.length;
            }
            return sum / values.length;
        }
    }
}
