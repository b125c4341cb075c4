package io.auralis.engine.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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

    private final int sampleRateHz;
    private final double[] mid;
    private final double[] side;

    TonalBalance(int sampleRateHz, double[] mid, double[] side) {
        this.sampleRateHz = sampleRateHz;
        this.mid = mid.clone();
        this.side = side.clone();
    }

    /**
     * The balance of several tracks one after the other, which counts each by its energy. Rates may differ; what is over
     * half a track's rate is not in it.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TonalBalance together(List<TonalBalance> several) {
        TonalBalance finest = several.stream()
                .max(Comparator.comparingInt(one -> one.sampleRateHz))
                .orElseThrow(() -> new IllegalArgumentException("a balance needs a track"));
        double[] mid = new double[finest.mid.length];
        double[] side = new double[finest.side.length];
        for (TonalBalance one : several) {
            double weight = finest.powerPerEnergy() / one.powerPerEnergy();
            for (int line = 1; line < mid.length; line++) {
                double fromHz = (line - 0.5) * finest.lineHz();
                double toHz = (line + 0.5) * finest.lineHz();
                mid[line] += weight * one.power(one.mid, fromHz, toHz);
                side[line] += weight * one.power(one.side, fromHz, toHz);
            }
        }
        return new TonalBalance(finest.sampleRateHz, mid, side);
    }

    /** By how much more a second of the same sound counts where the windows are longer and the rate is higher. */
    private double powerPerEnergy() {
        return (double) sampleRateHz * (mid.length - 1);
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
        for (int line = 1; line < mid.length; line++) {
            double gain = Math.pow(10, curve.gainDb(line * lineHz()) / 10);
            newMid[line] = mid[line] * gain;
            newSide[line] = side[line] * gain;
        }
        double[] sideGains = forecast.sideGains(newMid, newSide, lineHz());
        for (int line = 1; line < side.length; line++) {
            newSide[line] *= sideGains[line] * sideGains[line];
        }
        return new TonalBalance(sampleRateHz, newMid, newSide);
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
        return power(mid, fromHz, toHz) + power(side, fromHz, toHz);
    }

    private double power(double[] lines, double fromHz, double toHz) {
        int last = Math.min(lines.length - 1, (int) Math.ceil(toHz / lineHz() + 0.5));
        double sum = 0;
        for (int line = Math.max(1, (int) Math.floor(fromHz / lineHz() - 0.5)); line <= last; line++) {
            double from = Math.max(line - 0.5, fromHz / lineHz());
            double to = Math.min(line + 0.5, toHz / lineHz());
            sum += Math.max(0, to - from) * lines[line];
        }
        return sum;
    }

    /** The whole power. */
    public double total() {
        return Arrays.stream(mid).sum() + Arrays.stream(side).sum();
    }

    /** From one line to the next, Hz. */
    public double lineHz() {
        return sampleRateHz / (2.0 * (mid.length - 1));
    }

    /** The mid's power in each line from 0 Hz up. */
    public double[] mid() {
        return mid.clone();
    }

    /** The side's; zeros where there are not two channels. */
    public double[] side() {
        return side.clone();
    }
}
