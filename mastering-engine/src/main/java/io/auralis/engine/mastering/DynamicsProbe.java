package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.Arrays;

/**
 * Foretells in one pass what the compressor would do at each of a row of thresholds: crest factor and mid and side
 * energies. It rides the gains hop by hop without touching samples, so its memory does not grow with the track.
 */
final class DynamicsProbe {
    /** Thresholds relative to the input's peak, which the equaliser may have raised. */
    private static final double HIGHEST_DB = 4;

    private static final double STEP_DB = 0.75;
    /** Down to 13 dB under the peak: lower ones would ride the music rather than its peaks. */
    private static final int THRESHOLDS = 24;

    private final double inputPeakDb;
    private final int hopFrames;
    private final int channels;
    private final Biquad sideHighPass;
    private final GainRide[] rides = new GainRide[THRESHOLDS];
    private final Totals[] totals = new Totals[THRESHOLDS + 1];
    /** Hops whose gain is not known yet. */
    private final Hop[] waiting = new Hop[GainRide.DELAY_HOPS + 1];

    private final double[] lastGains = new double[THRESHOLDS];
    private Hop current = new Hop();
    private int hops;
    private int inHop;
    private long frames;

    /** @param inputPeakDb the track's peak before the chain, dBFS or dBTP */
    DynamicsProbe(AudioFormat format, double inputPeakDb) {
        this.inputPeakDb = inputPeakDb;
        this.hopFrames = GainRide.hopFrames(format.sampleRateHz());
        this.channels = format.channels();
        this.sideHighPass = new Biquad(Widener.highPass(format));
        for (int i = 0; i < THRESHOLDS; i++) {
            rides[i] = new GainRide(thresholdDb(i));
            lastGains[i] = 1;
        }
        Arrays.setAll(totals, i -> new Totals());
        Arrays.setAll(waiting, i -> new Hop());
    }

    private double thresholdDb(int index) {
        return inputPeakDb + HIGHEST_DB - index * STEP_DB;
    }

    void accept(AudioBlock block) {
        for (int i = 0; i < block.frames(); i++) {
            for (int channel = 0; channel < channels; channel++) {
                double sample = block.channel(channel)[i];
                current.peak = Math.max(current.peak, Math.abs(sample));
                current.energy += sample * sample;
            }
            if (channels == 2) {
                double left = block.channel(0)[i];
                double right = block.channel(1)[i];
                double side = 0.5 * (left - right);
                double high = sideHighPass.next(side);
                current.mid += 0.25 * (left + right) * (left + right);
                current.side += side * side;
                current.sideTimesHigh += side * high;
                current.high += high * high;
            }
            if (++inHop == hopFrames) {
                endHop();
            }
        }
        frames += block.frames();
    }

    /** Hears the end. Call once, after the last block. */
    void finish() {
        for (int i = 0; i <= GainRide.DELAY_HOPS + 1; i++) {
            endHop();
        }
    }

    private void endHop() {
        // The ring's oldest hop is the one whose gain is known now.
        int slot = hops % waiting.length;
        Hop due = waiting[(hops + 1) % waiting.length];
        Hop free = waiting[slot];
        waiting[slot] = current;
        totals[THRESHOLDS].add(current, 1, 1);
        double peakDb = Decibels.of(current.peak);
        for (int i = 0; i < THRESHOLDS; i++) {
            double gain = Decibels.toRatio(rides[i].next(peakDb));
            totals[i].add(due, lastGains[i], gain);
            lastGains[i] = gain;
        }
        current = free;
        current.clear();
        hops++;
        inHop = 0;
    }

    /** Crest factor without compression, dB; 0 for silence. */
    double crestDb() {
        return totals[THRESHOLDS].crestDb(frames, channels);
    }

    /** Energies without compression. */
    MidSide midSide() {
        return totals[THRESHOLDS].midSide();
    }

    /**
     * The setting that brings the crest factor to a target, or nearest to it from above.
     *
     * @param targetDb wanted crest factor
     * @param mostDb the most that the crest factor may be lowered
     */
    DynamicsSetting settingFor(double targetDb, double mostDb) {
        double own = crestDb();
        double wanted = Math.max(targetDb, own - mostDb);
        if (own <= wanted) {
            return DynamicsSetting.off(own, midSide());
        }
        double above = own;
        for (int i = 0; i < THRESHOLDS; i++) {
            double here = totals[i].crestDb(frames, channels);
            if (here <= wanted) {
                double part = above == here ? 0 : (above - wanted) / (above - here);
                double threshold = thresholdDb(i) + STEP_DB * (1 - part);
                return new DynamicsSetting(true, threshold, wanted, totals[i].midSide());
            }
            above = here;
        }
        int last = bestIndex();
        return new DynamicsSetting(
                true, thresholdDb(last), totals[last].crestDb(frames, channels), totals[last].midSide());
    }

    private int bestIndex() {
        int best = 0;
        for (int i = 1; i < THRESHOLDS; i++) {
            if (totals[i].crestDb(frames, channels) < totals[best].crestDb(frames, channels)) {
                best = i;
            }
        }
        return best;
    }

    private static final class Hop {
        private double peak;
        private double energy;
        private double mid;
        private double side;
        private double sideTimesHigh;
        private double high;

        void clear() {
            peak = 0;
            energy = 0;
            mid = 0;
            side = 0;
            sideTimesHigh = 0;
            high = 0;
        }
    }

    private static final class Totals {
        private double peak;
        private double energy;
        private double mid;
        private double side;
        private double sideTimesHigh;
        private double high;

        /** Adds a hop over which the gain glides from one value to another. */
        void add(Hop hop, double from, double to) {
            double power = (from * from + from * to + to * to) / 3;
            peak = Math.max(peak, hop.peak * Math.max(from, to));
            energy += power * hop.energy;
            mid += power * hop.mid;
            side += power * hop.side;
            sideTimesHigh += power * hop.sideTimesHigh;
            high += power * hop.high;
        }

        double crestDb(long frames, int channels) {
            return peak == 0 ? 0 : Decibels.of(peak / Math.sqrt(energy / ((double) frames * channels)));
        }

        MidSide midSide() {
            return new MidSide(mid, side, sideTimesHigh, high);
        }
    }
}
