package io.auralis.engine.mastering;

import io.auralis.engine.audio.Magnitude;
import java.util.Arrays;

/** A hop of which the bands' energies are known too, of mid and side; mono and surround count as mid. */
final class MeasuredHop {
    /** One frame in so many is looked at for the energies: only their relations count, over thousands of hops. */
    private static final int EVERY = 4;

    /** About what the K-weighting (BS.1770-5) does to the power of the bands, from the lowest up. */
    private static final double[] LOUDNESS = {0.8, 1, 1.5, 2.5};

    private final BandHop hop;
    /** The peaks of all but the lowest band, which are the highest that are left where much is taken from the bass. */
    private final int[] upperMagnitudes;

    private final double[][] upperParts;
    private final boolean stereo;
    private final double[] mids;
    private final double[] sides;

    MeasuredHop(int channels, int bands) {
        this.hop = new BandHop(channels, bands);
        this.upperMagnitudes = new int[channels];
        this.upperParts = new double[channels][bands];
        this.stereo = channels == 2;
        this.mids = new double[BandEnergies.terms(bands)];
        this.sides = new double[BandEnergies.terms(bands)];
    }

    void look(BandSplit split, int from, int frames) {
        hop.look(split, from, frames);
        for (int channel = 0; channel < upperMagnitudes.length; channel++) {
            lookAbove(split, channel, from, frames);
        }
        if (stereo) {
            add(split, 0, 1, 1, from, frames, mids);
            add(split, 0, 1, -1, from, frames, sides);
        } else {
            for (int channel = 0; channel < split.channels(); channel++) {
                add(split, channel, channel, 1, from, frames, mids);
            }
        }
    }

    private void lookAbove(BandSplit split, int channel, int from, int frames) {
        double[] whole = split.signal(channel, split.bands() - 1);
        double[] low = split.signal(channel, 0);
        int most = upperMagnitudes[channel];
        for (int i = from; i < from + frames; i++) {
            most = Math.max(most, Magnitude.of(whole[i] - low[i]));
        }
        if (most > upperMagnitudes[channel]) {
            upperMagnitudes[channel] = most;
            int at = from;
            while (Magnitude.of(whole[at] - low[at]) < most) {
                at++;
            }
            BandHop.takeApart(split, channel, at, Math.signum(whole[at] - low[at]), upperParts[channel]);
        }
    }

    /** Adds the energies of the sum or the difference of two channels. */
    private void add(BandSplit split, int one, int other, double sign, int from, int frames, double[] to) {
        int bands = split.bands();
        for (int i = from; i < from + frames; i += EVERY) {
            double below = 0;
            double last = 0;
            for (int band = 0; band < bands; band++) {
                double upTo = split.signal(one, band)[i] + sign * split.signal(other, band)[i];
                double here = upTo - below;
                to[band] += here * here;
                if (band > 0) {
                    to[bands + band - 1] += 2 * here * last;
                }
                below = upTo;
                last = here;
            }
        }
    }

    BandHop hop() {
        return hop;
    }

    /** What each band has where all but the lowest have their peak. */
    double[] upperParts(int channel) {
        return upperParts[channel];
    }

    double highestPeak() {
        return hop.highestPeak();
    }

    /** What no sum of the bands at a peak exceeds while each is multiplied by 1 at most. */
    double reach() {
        double most = 0;
        for (int channel = 0; channel < upperParts.length; channel++) {
            most = Math.max(most, Math.max(reach(hop.parts(channel)), reach(upperParts[channel])));
        }
        return most;
    }

    private static double reach(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += Math.max(0, part);
        }
        return sum;
    }

    /** The mid's energies, in the order of {@link BandEnergies}. */
    double[] mids() {
        return mids;
    }

    double[] sides() {
        return sides;
    }

    /** What a band has of the loudness. */
    double loudness(int band) {
        return LOUDNESS[band] * (mids[band] + sides[band]);
    }

    void clear() {
        hop.clear();
        Arrays.fill(upperMagnitudes, 0);
        for (double[] parts : upperParts) {
            Arrays.fill(parts, 0);
        }
        Arrays.fill(mids, 0);
        Arrays.fill(sides, 0);
    }
}
