package io.auralis.engine.mastering;

import io.auralis.engine.audio.Magnitude;
import java.util.Arrays;

/** What is known of a millisecond of a track that is split into bands: each channel's peak, and what it is made of. */
final class BandHop {
    private final int[] magnitudes;
    private final double[] peaks;
    private final double[][] parts;
    private double highest;

    BandHop(int channels, int bands) {
        this.magnitudes = new int[channels];
        this.peaks = new double[channels];
        this.parts = new double[channels][bands];
    }

    /** A millisecond: shorter than any wave that a low band has, and longer than those that make the peaks of a high one. */
    static int frames(int sampleRateHz) {
        return Math.max(1, sampleRateHz / 1_000);
    }

    /** Looks at further frames of a split, from an index into its signals. */
    void look(BandSplit split, int from, int frames) {
        for (int channel = 0; channel < peaks.length; channel++) {
            double[] whole = split.signal(channel, split.bands() - 1);
            int most = magnitudes[channel];
            for (int i = from; i < from + frames; i++) {
                most = Math.max(most, Magnitude.of(whole[i]));
            }
            if (most > magnitudes[channel]) {
                magnitudes[channel] = most;
                int at = from;
                while (Magnitude.of(whole[at]) < most) {
                    at++;
                }
                peaks[channel] = Math.abs(whole[at]);
                highest = Math.max(highest, peaks[channel]);
                takeApart(split, channel, at, Math.signum(whole[at]), parts[channel]);
            }
        }
    }

    /** What each band has at a frame, turned round if a sum of bands is negative there. */
    static void takeApart(BandSplit split, int channel, int at, double sign, double[] parts) {
        double below = 0;
        for (int band = 0; band < parts.length; band++) {
            double upTo = split.signal(channel, band)[at];
            parts[band] = sign * (upTo - below);
            below = upTo;
        }
    }

    int channels() {
        return peaks.length;
    }

    /** A channel's peak, linear. */
    double peak(int channel) {
        return peaks[channel];
    }

    double highestPeak() {
        return highest;
    }

    /** What each band has at a channel's peak; their sum is the peak. */
    double[] parts(int channel) {
        return parts[channel];
    }

    void clear() {
        Arrays.fill(magnitudes, 0);
        Arrays.fill(peaks, 0);
        highest = 0;
    }
}
