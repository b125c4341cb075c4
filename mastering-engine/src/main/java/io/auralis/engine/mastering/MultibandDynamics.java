package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.Arrays;
import java.util.List;

/**
 * Lowers or raises the peaks by gains on the bands that make them ({@link BandRides}); what the bands lose or gain of their
 * long-term power is made up for by a constant gain on each. Where nothing is to be moved and made up for, the samples come
 * out as they went in.
 */
final class MultibandDynamics implements Stage {
    private final BandSplit split;
    private final BandRides rides;
    private final double[] makeup;
    private final int hopFrames;
    /** 0, 1, 2… as far as a hop: numbers of the frames, in the form that a gain's slope is multiplied with. */
    private final double[] numbers;
    /** How much of each signal of the split comes out, and by how much that changes from frame to frame. */
    private final double[] amounts;

    private final double[] steps;
    /** What the amounts are at the hop's end. */
    private final double[] aims;

    private final BandHop hop;
    /** The gain glides from hop to hop, so it must be known one hop further ahead. */
    private final int history;

    private int inHop;

    MultibandDynamics(AudioFormat format, DynamicsSetting setting) {
        this(format, setting.requireCurve(), setting.makeup(), BandSplit.CROSSOVERS_HZ);
    }

    /**
     * @param makeup linear, per band
     * @param crossoversHz none for one gain on all frequencies
     */
    MultibandDynamics(AudioFormat format, DynamicsCurve curve, List<Double> makeup, List<Double> crossoversHz) {
        this.hopFrames = BandHop.frames(format.sampleRateHz());
        this.history = (BandRide.LOOK_AHEAD_HOPS + 1) * hopFrames;
        this.split = new BandSplit(format, crossoversHz, history);
        int bands = split.bands();
        if (makeup.size() != bands) {
            throw new IllegalArgumentException("there are " + bands + " bands but " + makeup.size() + " makeup gains");
        }
        this.rides = new BandRides(curve, bands);
        this.makeup = makeup.stream().mapToDouble(Double::doubleValue).toArray();
        this.numbers = new double[hopFrames];
        Arrays.setAll(numbers, i -> i);
        this.amounts = new double[bands];
        this.steps = new double[bands];
        this.aims = new double[bands];
        for (int band = 0; band < bands; band++) {
            aims[band] = amount(band);
            amounts[band] = aims[band];
        }
        this.hop = new BandHop(format.channels(), bands);
    }

    @Override
    public int latencyFrames() {
        return split.latencyFrames() + history;
    }

    @Override
    public void process(AudioBlock block) {
        for (int from = 0; from < block.frames(); from += BandSplit.CHUNK_FRAMES) {
            int frames = Math.min(block.frames() - from, BandSplit.CHUNK_FRAMES);
            split.take(block, from, frames);
            for (int done = 0; done < frames; ) {
                int count = Math.min(frames - done, hopFrames - inHop);
                hop.look(split, history + done, count);
                for (int channel = 0; channel < block.channels(); channel++) {
                    mix(channel, done, block.channel(channel), from + done, count);
                }
                for (int i = 0; i < amounts.length; i++) {
                    amounts[i] += count * steps[i];
                }
                done += count;
                inHop += count;
                if (inHop == hopFrames) {
                    endHop();
                }
            }
            split.moveOn(frames);
        }
    }

    /** The bands with their gains are the signals with the differences of the gains: equal gains leave the whole alone. */
    private void mix(int channel, int from, double[] out, int to, int frames) {
        int whole = amounts.length - 1;
        mixOne(split.signal(channel, whole), from, amounts[whole], steps[whole], out, to, frames, true);
        for (int i = 0; i < whole; i++) {
            if (amounts[i] != 0 || steps[i] != 0) {
                mixOne(split.signal(channel, i), from, amounts[i], steps[i], out, to, frames, false);
            }
        }
    }

    private void mixOne(
            double[] in, int from, double amount, double step, double[] out, int to, int frames, boolean first) {
        if (first) {
            for (int i = 0; i < frames; i++) {
                out[to + i] = in[from + i] * (amount + numbers[i] * step);
            }
        } else {
            for (int i = 0; i < frames; i++) {
                out[to + i] += in[from + i] * (amount + numbers[i] * step);
            }
        }
    }

    private void endHop() {
        rides.next(hop);
        for (int i = 0; i < amounts.length; i++) {
            // Not what the steps have come to, whose rounding would stay.
            amounts[i] = aims[i];
            aims[i] = amount(i);
            steps[i] = (aims[i] - amounts[i]) / hopFrames;
        }
        hop.clear();
        inHop = 0;
    }

    private double amount(int signal) {
        double[] gains = rides.gains();
        double gain = gains[signal] * makeup[signal];
        return signal + 1 == gains.length ? gain : gain - gains[signal + 1] * makeup[signal + 1];
    }
}
