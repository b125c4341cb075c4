package io.auralis.engine.meter;

import io.auralis.engine.audio.Magnitude;
import java.util.Arrays;

/**
 * One channel at twice its rate, a run at a time, and any point of it at 16 times on demand: what the true-peak meters look
 * for peaks in. A run is doubled, and finer points are computed, only where somebody asks.
 *
 * <p>Whether a run can reach a level is mostly known without doubling it ({@link InterpolationBound}).
 *
 * <p>Places count points of the doubled signal from a run's first sample on: even ones are samples, odd ones lie halfway
 * between. By Bernstein's inequality a band-limited signal falls from a peak no faster than a cosine at half the sample rate,
 * so of the points at twice the rate one stands above cos(pi/4) = 0.71 of each peak, and of those at four times one above
 * cos(pi/8) = 0.92.
 */
final class DoubledRate {
    /** Samples taken at once, at most: many runs, so that the extents of the samples before them are few of all. */
    static final int STRETCH = 2_048;
    /** Samples that are judged and doubled together: the shorter, the fewer lie beside a peak without having one. */
    static final int RUN = 16;
    /** Of a peak, what the nearest point at twice the rate reaches at least, with room for what the filters are off. */
    static final double NEAR_AT_2X = 0.68;
    /** The same at four times the rate. */
    static final double NEAR_AT_4X = 0.88;

    private static final double[] HALFWAY = InterpolationFilter.HALFWAY.phase(1);
    private static final InterpolationFilter STANDARD = InterpolationFilter.STANDARD_4X;
    private static final InterpolationFilter FINE = InterpolationFilter.FINE_8X;
    /** From the sample before a halfway point to the last sample that it is made of. */
    private static final int AHEAD = HALFWAY.length / 2;
    /** Points that a fine point looks back from the one before it, and ahead. */
    private static final int FINE_BACK = FINE.taps() / 2 - 1;

    private static final int FINE_AHEAD = FINE.taps() / 2;
    /** By how many samples the places of a stretch lag behind the samples taken: the halfway filter's and the fine one's. */
    static final int LATENCY = AHEAD + FINE_AHEAD / 2;
    /** Samples before a run whose halfway points the fine points are made of. */
    private static final int EARLIER = (FINE_BACK + 1) / 2;
    /** Halfway points that are made for a run: those between its samples, those before, and those behind. */
    private static final int HALFWAYS = EARLIER + RUN + FINE_AHEAD / 2;
    /** Runs on either side of one whose second differences are in its points. */
    private static final int REACH = (LATENCY + RUN - 1) / RUN;
    /** Samples that are kept: all that the first run is made of. It begins where a run of the kept ones would. */
    private static final int HISTORY = REACH * RUN + LATENCY;

    private static final int RUNS = (HISTORY + STRETCH + RUN - 1) / RUN;
    private static final InterpolationBound BOUND = InterpolationBound.ofAllReadings();

    private final double[] samples = new double[RUNS * RUN];
    /** The highest level and the highest second difference of each run of {@link #samples}. */
    private final double[] levels = new double[RUNS];

    private final double[] bends = new double[RUNS + REACH];
    /** The highest of all. */
    private double mostBent;

    private final double[] halfway = new double[HALFWAYS];
    private final double[] points = new double[2 * HALFWAYS];
    private int taken;
    /** Where the places begin. */
    private int first;

    /**
     * Takes the next samples; {@link #runs()} of them can be asked for then, {@link #LATENCY} samples back.
     *
     * @param count at most {@link #STRETCH}
     */
    void take(double[] from, int at, int count) {
        System.arraycopy(samples, taken, samples, 0, HISTORY);
        System.arraycopy(from, at, samples, HISTORY, count);
        taken = count;
        int filled = HISTORY + count;
        for (int run = 0; run * RUN < filled; run++) {
            measure(run, Math.max(2, run * RUN), Math.min(filled, (run + 1) * RUN));
        }
        mostBent = 0;
        for (double bend : bends) {
            mostBent = bend > mostBent ? bend : mostBent;
        }
    }

    private void measure(int run, int from, int to) {
        int highest = 0;
        int most = 0;
        for (int i = from; i < to; i++) {
            highest = Math.max(highest, Magnitude.of(samples[i]));
            most = Math.max(most, Magnitude.of(samples[i] - 2 * samples[i - 1] + samples[i - 2]));
        }
        levels[run] = Magnitude.above(highest);
        bends[run] = Magnitude.above(most);
    }

    /** How many runs the samples taken last make; the last one may be shorter. */
    int runs() {
        return (taken + RUN - 1) / RUN;
    }

    /** Samples of a run, and half its places. */
    int length(int run) {
        return Math.min(RUN, taken - run * RUN);
    }

    /** Whether any reading from a run's first sample to the one behind its last may be over a level. */
    boolean mayExceed(int run, double level) {
        int at = REACH + run;
        double highest = Math.max(levels[at], Math.abs(samples[(at + 1) * RUN]));
        if (BOUND.highest(highest, mostBent) <= level) {
            return false;
        }
        double bend = 0;
        for (int i = at - REACH; i <= at + REACH; i++) {
            bend = bends[i] > bend ? bends[i] : bend;
        }
        return BOUND.highest(highest, bend) > level;
    }

    /** Makes a run's points at twice the rate. Call before the first of its places is asked. */
    void makePoints(int run) {
        first = (REACH + run) * RUN;
        interpolateHalfway(first - EARLIER);
        for (int i = 0; i < HALFWAYS; i++) {
            points[2 * i] = samples[first - EARLIER + i];
            points[2 * i + 1] = halfway[i];
        }
    }

    /** @param place from 0 to twice the run's length */
    double point(int place) {
        return points[2 * EARLIER + place];
    }

    /**
     * The highest level strictly between a place and the next one, exact where it is a peak above a level.
     *
     * @param level under which the reading may be too low
     */
    double highestBetween(int place, double level) {
        double middle = Math.abs(fine(place, FINE.phases() / 2));
        double coarse = Math.max(middle, Math.max(Math.abs(point(place)), Math.abs(point(place + 1))));
        if (coarse < NEAR_AT_4X * level) {
            return middle;
        }
        double highest = middle;
        for (int phase = 1; phase < FINE.phases(); phase++) {
            highest = Math.max(highest, Math.abs(fine(place, phase)));
        }
        return highest;
    }

    private double fine(int place, int phase) {
        double[] taps = FINE.phase(phase);
        int from = 2 * EARLIER - FINE_BACK + place;
        double sum = 0;
        for (int tap = 0; tap < taps.length; tap++) {
            sum += taps[tap] * points[from + tap];
        }
        return sum;
    }

    /**
     * The highest of the standard's four readings between a sample and the one before it (BS.1770-5 Annex 2), on the undoubled
     * signal.
     *
     * @param sample from 1 to a run's length
     */
    double highestByStandard(int sample) {
        int from = first + sample - STANDARD.taps() / 2;
        double highest = 0;
        for (int phase = 0; phase < STANDARD.phases(); phase++) {
            double[] taps = STANDARD.phase(phase);
            double sum = 0;
            for (int tap = 0; tap < taps.length; tap++) {
                sum += taps[tap] * samples[from + tap];
            }
            highest = Math.max(highest, Math.abs(sum));
        }
        return highest;
    }

    /** Those behind a sample and the next ones. The filter is symmetric, so taps go in pairs. */
    private void interpolateHalfway(int sample) {
        int from = sample - AHEAD + 1;
        Arrays.fill(halfway, 0);
        for (int tap = 0; tap < AHEAD; tap += 2) {
            double outer = HALFWAY[tap];
            double inner = HALFWAY[tap + 1];
            int front = from + tap;
            int mirrored = from + HALFWAY.length - 1 - tap;
            for (int i = 0; i < HALFWAYS; i++) {
                halfway[i] += outer * (samples[front + i] + samples[mirrored + i])
                        + inner * (samples[front + i + 1] + samples[mirrored + i - 1]);
            }
        }
    }
}
