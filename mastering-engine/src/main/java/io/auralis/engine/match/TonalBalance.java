package io.auralis.engine.match;

import java.util.Arrays;

/** A track's mean power per line of its spectrum; only relations between lines mean something. */
public final class TonalBalance {
    /** Six points an octave from 25 Hz to 20 kHz; each hears a window of a third octave's width around it. */
    static final int POINTS = 59;

    private static final double LOWEST_HZ = 25;
    private static final double POINTS_PER_OCTAVE = 6;

    /** The window falls to nothing here, so that its width at half height is a third octave. */
    private static final double REACH_OCTAVES = 1 / 3.0;

    /** Of the rate: what filters before half the rate leave is no music. */
    private static final double HIGHEST = 0.45;

    /** 60 dB under the whole. */
    private static final double LEAST_SHARE = 1e-6;

    private final int sampleRateHz;
    private final double[] mid;
    private final double[] side;

    TonalBalance(int sampleRateHz, double[] mid, double[] side) {
        this.sampleRateHz = sampleRateHz;
        this.mid = mid.clone();
        this.side = side.clone();
    }

    static double hertz(int point) {
        return LOWEST_HZ * Math.pow(2, point / POINTS_PER_OCTAVE);
    }

    boolean holds(int point) {
        return hertz(point) < HIGHEST * sampleRateHz;
    }

    /** Whether there is no sound in it at all. */
    public boolean silent() {
        return Arrays.stream(mid).sum() + Arrays.stream(side).sum() == 0;
    }

    /** The share of the sides. */
    public double width() {
        double sides = Arrays.stream(side).sum();
        return sides == 0 ? 0 : sides / (sides + Arrays.stream(mid).sum());
    }

    /** The balance under a curve, after which the width is changed. */
    TonalBalance under(MatchCurve curve, SideForecast forecast) {
        double[] newMid = new double[mid.length];
        double[] newSide = new double[side.length];
        double mids = 0;
        double sides = 0;
        double sideTimesHigh = 0;
        double high = 0;
        for (int line = 1; line < mid.length; line++) {
            double hertz = line * lineHz();
            double gain = Math.pow(10, curve.gainDb(hertz) / 10);
            newMid[line] = mid[line] * gain;
            newSide[line] = side[line] * gain;
            mids += newMid[line];
            sides += newSide[line];
            sideTimesHigh += newSide[line] * forecast.highReal(hertz);
            high += newSide[line] * forecast.highPower(hertz);
        }
        double sideGain = forecast.sideGain(mids, sides, sideTimesHigh, high);
        for (int line = 1; line < side.length; line++) {
            newSide[line] *= forecast.sidePower(sideGain, line * lineHz());
        }
        return new TonalBalance(sampleRateHz, newMid, newSide);
    }

    /**
     * What a forecast says of each band by itself.
     *
     * @param edgesHz where the bands begin, ascending; each ends where the next begins, the last at half the rate
     * @return a side gain per band; NaN for one that holds so little that nobody hears what becomes of it
     */
    public double[] sideGains(double[] edgesHz, SideForecast forecast) {
        double[] gains = new double[edgesHz.length];
        double audible = LEAST_SHARE * total();
        for (int band = 0; band < edgesHz.length; band++) {
            double endHz = band + 1 < edgesHz.length ? edgesHz[band + 1] : sampleRateHz;
            double mids = 0;
            double sides = 0;
            double sideTimesHigh = 0;
            double high = 0;
            for (int line = 1; line < mid.length; line++) {
                double hertz = line * lineHz();
                if (hertz >= edgesHz[band] && hertz < endHz) {
                    mids += mid[line];
                    sides += side[line];
                    sideTimesHigh += side[line] * forecast.highReal(hertz);
                    high += side[line] * forecast.highPower(hertz);
                }
            }
            gains[band] = mids + sides <= audible ? Double.NaN : forecast.sideGain(mids, sides, sideTimesHigh, high);
        }
        return gains;
    }

    /** The mean power around a point. */
    double around(int point) {
        double centre = hertz(point);
        int from = Math.max(1, (int) Math.ceil(centre * Math.pow(2, -REACH_OCTAVES) / lineHz()));
        int to = Math.min(mid.length - 1, (int) Math.floor(centre * Math.pow(2, REACH_OCTAVES) / lineHz()));
        double sum = 0;
        double weights = 0;
        for (int line = from; line <= to; line++) {
            double octaves = Math.log(line * lineHz() / centre) / Math.log(2);
            double weight = 0.5 + 0.5 * Math.cos(Math.PI * octaves / REACH_OCTAVES);
            sum += weight * (mid[line] + side[line]);
            weights += weight;
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** The power from one frequency up to another; a line that lies across an edge counts by its part. */
    public double power(double fromHz, double toHz) {
        int last = Math.min(mid.length - 1, (int) Math.ceil(toHz / lineHz() + 0.5));
        double sum = 0;
        for (int line = Math.max(1, (int) Math.floor(fromHz / lineHz() - 0.5)); line <= last; line++) {
            double from = Math.max(line - 0.5, fromHz / lineHz());
            double to = Math.min(line + 0.5, toHz / lineHz());
            sum += Math.max(0, to - from) * (mid[line] + side[line]);
        }
        return sum;
    }

    /** The whole power. */
    public double total() {
        return Arrays.stream(mid).sum() + Arrays.stream(side).sum();
    }

    private double lineHz() {
        return sampleRateHz / (2.0 * (mid.length - 1));
    }
}
