package io.auralis.engine.meter;

import io.auralis.engine.audio.AudioBlock;
import java.util.Arrays;

/**
 * Frame by frame the highest level at or beside a frame, between the samples too: what a limiter must look at. Uses the
 * filters of {@link TruePeakMeter}, so that what a limiter saw is what that meter will read: our own at 16x, and the
 * standard's at 4x, whose ripple can read a hundredth or a tenth of a decibel more.
 *
 * <p>Only levels over the threshold matter to a limiter, so those under it may read low: runs that cannot reach it are not
 * looked at ({@link DoubledRate#mayExceed}), and in the others only where the doubled signal comes near it.
 */
public final class PeakEnvelope {
    private final double threshold;
    private final double near;
    private final DoubledRate[] channels;
    private final double[] lastBetween;

    /** @param threshold linear level under which readings need not be exact */
    public PeakEnvelope(int channels, double threshold) {
        this.threshold = threshold;
        this.near = DoubledRate.NEAR_AT_2X * threshold;
        this.channels = new DoubledRate[channels];
        Arrays.setAll(this.channels, channel -> new DoubledRate());
        this.lastBetween = new double[channels];
    }

    /** By how many frames a reading lags behind the frames taken. */
    public int latencyFrames() {
        return DoubledRate.LATENCY;
    }

    /**
     * Takes the block's frames and reads as many levels, over all channels.
     *
     * @param levels filled from index 0; at least as long as the block's frames
     */
    public void read(AudioBlock block, double[] levels) {
        Arrays.fill(levels, 0, block.frames(), 0);
        for (int channel = 0; channel < channels.length; channel++) {
            for (int from = 0; from < block.frames(); from += DoubledRate.STRETCH) {
                int count = Math.min(DoubledRate.STRETCH, block.frames() - from);
                channels[channel].take(block.channel(channel), from, count);
                readRuns(channel, levels, from);
            }
        }
    }

    private void readRuns(int channel, double[] levels, int from) {
        DoubledRate doubled = channels[channel];
        for (int run = 0; run < doubled.runs(); run++) {
            int at = from + run * DoubledRate.RUN;
            if (doubled.mayExceed(run, threshold)) {
                doubled.makePoints(run);
                raise(levels, at, doubled.length(run), channel);
            } else {
                levels[at] = Math.max(levels[at], lastBetween[channel]);
                lastBetween[channel] = 0;
            }
        }
    }

    /** The highest level between a sample and the next one, by either filter. */
    private double closer(DoubledRate doubled, int sample) {
        double ours = Math.max(
                doubled.highestBetween(2 * sample, threshold), doubled.highestBetween(2 * sample + 1, threshold));
        return Math.max(ours, doubled.highestByStandard(sample + 1));
    }

    private void raise(double[] levels, int from, int count, int channel) {
        DoubledRate doubled = channels[channel];
        double before = lastBetween[channel];
        double here = Math.abs(doubled.point(0));
        for (int i = 0; i < count; i++) {
            double between = Math.abs(doubled.point(2 * i + 1));
            double next = Math.abs(doubled.point(2 * i + 2));
            if (here > near || between > near || next > near) {
                between = Math.max(between, closer(doubled, i));
            }
            levels[from + i] = Math.max(levels[from + i], Math.max(here, Math.max(before, between)));
            before = between;
            here = next;
        }
        lastBetween[channel] = before;
    }
}
