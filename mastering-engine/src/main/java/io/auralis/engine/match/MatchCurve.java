package io.auralis.engine.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The gain over frequency that brings a track's tonal balance to another's.
 *
 * @param points by rising frequency; between them the gain is linear over the logarithm of frequency, beyond them it is
 *     held
 */
public record MatchCurve(List<Point> points) {
    /** More is a repair, not a match, and brings up what was never meant to be heard. */
    public static final double MOST_DB = 12;

    /** Within a hundredth of a decibel after six or seven. */
    private static final int ROUNDS = 12;

    /** What is so far under the loudest band is a coder's cut, which no tone is in; nothing is matched from there on up. */
    private static final double CUT = 1e-6;

    /** Music holds something below, however little. */
    private static final double CUTS_FROM_HZ = 8_000;

    /**
     * @param hertz frequency
     * @param gainDb gain there
     */
    public record Point(double hertz, double gainDb) {}

    public MatchCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a curve needs a point");
        }
    }

    /**
     * The curve from one track toward another, within ±{@value #MOST_DB} dB around the gain at which the track's power
     * stays the same. The windows around the points overlap, and a change of width takes from the tone or adds to it, so
     * the curve is found by rounds: what the track would have under it is compared with what it is to have.
     *
     * @param amount how much of the way is gone, 0 to 1
     * @param forecast what will be done to the width afterwards
     * @throws IllegalArgumentException if one of them is silent
     */
    public static MatchCurve of(TonalBalance own, TonalBalance reference, double amount, SideForecast forecast) {
        if (own.silent() || reference.silent()) {
            throw new IllegalArgumentException("silence has no tone to match");
        }
        List<Integer> at = pointsOf(own, reference);
        double[] ownDb = levelsDb(at, own);
        double[] theirDb = levelsDb(at, reference);
        double[] gains = new double[at.size()];
        for (int round = 0; round < ROUNDS; round++) {
            double[] reached = levelsDb(at, own.under(curve(at, gains), forecast));
            double mean = 0;
            for (int i = 0; i < gains.length; i++) {
                gains[i] += ownDb[i] + amount * (theirDb[i] - ownDb[i]) - reached[i];
                mean += gains[i] / gains.length;
            }
            for (int i = 0; i < gains.length; i++) {
                gains[i] = Math.max(-MOST_DB, Math.min(MOST_DB, gains[i] - mean));
            }
        }
        double louderDb =
                10 * Math.log10(own.under(curve(at, gains), SideForecast.NONE).total() / own.total());
        for (int i = 0; i < gains.length; i++) {
            gains[i] = Math.rint((gains[i] - louderDb) * 1e3) / 1e3;
        }
        return curve(at, gains);
    }

    /**
     * The curve that gives back what something other than a change of width took from a tone.
     *
     * @param left what is left of it
     * @param before what it was
     * @param forecast what the change of width alone does
     */
    public static MatchCurve between(TonalBalance left, TonalBalance before, SideForecast forecast) {
        MatchCurve flat = new MatchCurve(List.of(new Point(TonalBalance.hertz(0), 0)));
        return of(left, before.under(flat, forecast), 1, SideForecast.NONE);
    }

    /** The points that both hold; there is always the lowest one. */
    private static List<Integer> pointsOf(TonalBalance own, TonalBalance reference) {
        List<Integer> at = new ArrayList<>();
        double ownHighest = 0;
        double theirHighest = 0;
        for (int point = 0; point < TonalBalance.POINTS; point++) {
            ownHighest = Math.max(ownHighest, own.around(point));
            theirHighest = Math.max(theirHighest, reference.around(point));
            boolean cut = TonalBalance.hertz(point) > CUTS_FROM_HZ
                    && (own.around(point) < ownHighest * CUT || reference.around(point) < theirHighest * CUT);
            if (cut || (!at.isEmpty() && !(own.holds(point) && reference.holds(point)))) {
                break;
            }
            at.add(point);
        }
        return at;
    }

    private static double[] levelsDb(List<Integer> at, TonalBalance balance) {
        double[] levels = at.stream().mapToDouble(balance::around).toArray();
        double highest = Arrays.stream(levels).max().orElseThrow();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 10 * Math.log10(Math.max(levels[i], highest * CUT));
        }
        return levels;
    }

    private static MatchCurve curve(List<Integer> at, double[] gains) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < gains.length; i++) {
            points.add(new Point(TonalBalance.hertz(at.get(i)), gains[i]));
        }
        return new MatchCurve(points);
    }

    /** The gain at a frequency, dB. */
    public double gainDb(double hertz) {
        Point before = points.get(0);
        if (hertz <= before.hertz()) {
            return before.gainDb();
        }
        // The points are evenly spaced over the octaves, so the place is known without a search.
        double octaves = Math.log(hertz / before.hertz()) / Math.log(2);
        Point last = points.get(points.size() - 1);
        if (hertz >= last.hertz()) {
            return last.gainDb();
        }
        double place = octaves * (points.size() - 1) / (Math.log(last.hertz() / before.hertz()) / Math.log(2));
        int index = Math.min(points.size() - 2, (int) place);
        double part = place - index;
        return (1 - part) * points.get(index).gainDb()
                + part * points.get(index + 1).gainDb();
    }

    /** The mean gain over the octave around a frequency, dB. */
    public double aroundDb(double hertz) {
        double sum = 0;
        int steps = 12;
        for (int i = 0; i <= steps; i++) {
            sum += gainDb(hertz * Math.pow(2, (double) i / steps - 0.5));
        }
        return sum / (steps + 1);
    }

    /** Both one after the other, at this curve's points. */
    public MatchCurve plus(MatchCurve other) {
        return new MatchCurve(points.stream()
                .map(point -> new Point(point.hertz(), point.gainDb() + other.gainDb(point.hertz())))
                .toList());
    }

    /** As much of the way as is asked, 0 to 1. */
    public MatchCurve scaled(double amount) {
        return new MatchCurve(points.stream()
                .map(point -> new Point(point.hertz(), amount * point.gainDb()))
                .toList());
    }
}
