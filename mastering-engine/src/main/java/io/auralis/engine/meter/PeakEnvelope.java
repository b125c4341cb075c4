package io.auralis.engine.meter;

import io.auralis.engine.audio.AudioBlock;
import java.util.Arrays;

/**
 * Frame by frame the highest level at or beside a frame, between the samples too: what a limiter must look at. Uses the
 * filter of {@link TruePeakMeter#safety(int)}, so that what a limiter saw is what that meter will read.
 *
 * <p>Only levels over the threshold matter to a limiter, so those under it may read low: a stretch is not interpolated
 * if its samples times the filter's absolute sum stay under the threshold, and only on the 4x grid if that stays well
 * under it.
 */
public final class PeakEnvelope {
    private static final int STRETCH = 64;
    /** As in {@link TruePeakMeter}: under cos(pi/8), with room for what the filter itself is off. */
    private static final double NEAR = 0.88;

    private final InterpolationFilter filter = InterpolationFilter.SAFETY_16X;
    private final int past = filter.taps() - 1;
    private final int centre = filter.taps() / 2 - 1;
    private final double threshold;
    private final double[][] histories;
    private final double[] lastBetween;
    private final double[] between = new double[STRETCH];
    private final double[] interpolated = new double[STRETCH];

    /** @param threshold linear level under which readings need not be exact */
    public PeakEnvelope(int channels, double threshold) {
        this.threshold = threshold;
        this.histories = new double[channels][past + STRETCH];
        this.lastBetween = new double[channels];
    }

    /** By how many frames a reading lags behind the frames taken. */
    public int latencyFrames() {
        return past - centre;
    }

    /**
     * Takes the block's frames and reads as many levels, over all channels.
     *
     * @param levels filled from index 0; at least as long as the block's frames
     */
    public void read(AudioBlock block, double[] levels) {
        Arrays.fill(levels, 0, block.frames(), 0);
        for (int channel = 0; channel < histories.length; channel++) {
            for (int from = 0; from < block.frames(); from += STRETCH) {
                int count = Math.min(STRETCH, block.frames() - from);
                stretch(channel, block.channel(channel), from, count, levels);
            }
        }
    }

    private void stretch(int channel, double[] samples, int from, int count, double[] levels) {
        double[] history = histories[channel];
        System.arraycopy(samples, from, history, past, count);
        Arrays.fill(between, 0, count, 0);
        if (highest(history, past + count) * filter.absoluteSum() > threshold) {
            interpolate(history, count);
        }
        double before = lastBetween[channel];
        for (int i = 0; i < count; i++) {
            double here = Math.max(Math.abs(history[i + centre]), Math.max(before, between[i]));
            levels[from + i] = Math.max(levels[from + i], here);
            before = between[i];
        }
        lastBetween[channel] = before;
        System.arraycopy(history, count, history, 0, past);
    }

    private void interpolate(double[] history, int count) {
        int coarse = filter.coarseStep();
        for (int phase = coarse; phase < filter.phases(); phase += coarse) {
            raise(history, count, phase);
        }
        double found = Math.max(highest(between, count), highest(history, past + count));
        if (found < NEAR * threshold) {
            return;
        }
        for (int phase = 1; phase < filter.phases(); phase++) {
            if (phase % coarse != 0) {
                raise(history, count, phase);
            }
        }
    }

    /** Taps outside, frames inside: the inner loop then runs on the processor's vector units. */
    private void raise(double[] history, int count, int phase) {
        double[] coefficients = filter.phase(phase);
        Arrays.fill(interpolated, 0, count, 0);
        for (int tap = 0; tap < coefficients.length; tap++) {
            double coefficient = coefficients[tap];
            for (int i = 0; i < count; i++) {
                interpolated[i] += coefficient * history[i + tap];
            }
        }
        for (int i = 0; i < count; i++) {
            between[i] = Math.max(between[i], Math.abs(interpolated[i]));
        }
    }

    private static double highest(double[] values, int count) {
        double highest = 0;
        for (int i = 0; i < count; i++) {
            highest = Math.max(highest, Math.abs(values[i]));
        }
        return highest;
    }
}
