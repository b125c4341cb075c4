package io.auralis.engine.meter;

import java.util.Arrays;

/**
 * One channel at twice its rate, a stretch at a time, and any point of it at 16 times on demand: what the true-peak meters
 * look for peaks in. A stretch is doubled, and finer points are computed, only where somebody asks.
 *
 * <p>Whether a stretch can reach a level is known without doubling it. A point halfway is the mean of its two neighbours and
 * what a filter makes of the signal's second differences, since both interpolate a straight line exactly: so it lies within
 * the highest sample and {@link #BEND} times the highest second difference.
 *
 * <p>Places count points of the doubled signal: even ones are samples, odd ones lie halfway between. By Bernstein's
 * inequality a band-limited signal falls from a peak no faster than a cosine at half the sample rate, so of the points at
 * twice the rate one stands above cos(pi/4) = 0.71 of each peak, and of those at four times one above cos(pi/8) = 0.92.
 */
final class DoubledRate {
    /** Samples taken at once, at most. */
    static final int STRETCH = 64;
    /** Of a peak, what the nearest point at twice the rate reaches at least, with room for what the filters are off. */
    static final double NEAR_AT_2X = 0.68;
    /** The same at four times the rate. */
    static final double NEAR_AT_4X = 0.88;

    private static final double[] HALFWAY = InterpolationFilter.HALFWAY.phase(1);
    private static final InterpolationFilter STANDARD = InterpolationFilter.STANDARD_4X;
    private static final InterpolationFilter FINE = InterpolationFilter.FINE_8X;
    private static final int PAST = HALFWAY.length - 1;
    /** From the sample before a halfway point to the last sample that it is made of. */
    private static final int AHEAD = HALFWAY.length / 2;
    /** Points that a fine point looks back from the one before it, and ahead. */
    private static final int FINE_BACK = FINE.taps() / 2 - 1;

    private static final int FINE_AHEAD = FINE.taps() / 2;
    /** By how many samples the places of a stretch lag behind the samples taken: the halfway filter's and the fine one's. */
    static final int LATENCY = AHEAD + FINE_AHEAD / 2;

    private static final int KEPT = FINE_BACK + FINE_AHEAD;
    /** Samples before {@link #PAST} that the kept points are made of where the stretch before was not doubled. */
    private static final int EARLIER = (KEPT + 1) / 2;

    private static final int HISTORY = EARLIER + PAST;
    /** By how much a halfway point can lie off its neighbours' mean, in second differences. */
    private static final double BEND = bend();
    /** The bound is computed in other roundings than the points. */
    private static final double ROUNDING = 1 + 1e-9;

    private final double[] samples = new double[HISTORY + STRETCH];
    private final double[] halfway = new double[EARLIER + STRETCH];
    private final double[] points = new double[KEPT + 2 * STRETCH];
    private int taken;
    /** Whether the kept points are those of the stretch before. */
    private boolean kept = true;

    private boolean doubled;
    private final Extent past = new Extent();
    private final Extent all = new Extent();

    /** The highest level and the highest second difference of a stretch. */
    private static final class Extent {
        private double level;
        private double bend;

        void clear() {
            level = 0;
            bend = 0;
        }

        void add(Extent other) {
            level = Math.max(level, other.level);
            bend = Math.max(bend, other.bend);
        }

        /** The two samples before the first one are looked at too. */
        void add(double[] samples, int from, int to) {
            double highest = level;
            double mostBent = bend;
            for (int i = from; i < to; i++) {
                double here = Math.abs(samples[i]);
                double bent = Math.abs(samples[i] - 2 * samples[i - 1] + samples[i - 2]);
                if (here > highest) {
                    highest = here;
                }
                if (bent > mostBent) {
                    mostBent = bent;
                }
            }
            level = highest;
            bend = mostBent;
        }
    }

    /**
     * Takes the next samples. Afterwards places 0 to 2 x count lie {@link #LATENCY} samples back; the last one is the next
     * stretch's first.
     *
     * @param count at most {@link #STRETCH}
     */
    void take(double[] from, int at, int count) {
        System.arraycopy(from, at, samples, HISTORY, count);
        taken = count;
        doubled = false;
        all.clear();
        all.add(past);
        // Those that are the next stretch's past are looked at by themselves, so that nothing is looked at twice.
        int next = Math.max(HISTORY, count);
        all.add(samples, HISTORY, next);
        past.clear();
        past.add(samples, Math.max(2, count), HISTORY + count);
        all.add(past);
    }

    /** Whether any place may be over a level; where not, the places need not be asked. */
    boolean mayExceed(double level) {
        return (all.level + BEND * all.bend) * ROUNDING > level;
    }

    /** Makes room for the next stretch. Call when the places of this one are done with. */
    void leave() {
        System.arraycopy(samples, taken, samples, 0, HISTORY);
        if (doubled) {
            System.arraycopy(points, 2 * taken, points, 0, KEPT);
        }
        kept = doubled;
    }

    /** Makes the points at twice the rate. Call before the first place is asked. */
    void makePoints() {
        int earlier = kept ? 0 : EARLIER;
        interpolateHalfway(EARLIER - earlier, earlier + taken);
        for (int i = -earlier; i < taken; i++) {
            int point = KEPT + 2 * i;
            // The first kept point is a halfway one.
            if (point >= 0) {
                points[point] = samples[HISTORY - AHEAD + i];
            }
            points[point + 1] = halfway[EARLIER + i];
        }
        doubled = true;
    }

    double point(int place) {
        return points[FINE_BACK + place];
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
        double sum = 0;
        for (int tap = 0; tap < taps.length; tap++) {
            sum += taps[tap] * points[place + tap];
        }
        return sum;
    }

    /**
     * The highest of the standard's four readings around a sample (BS.1770-5 Annex 2), on the undoubled signal.
     *
     * @param sample counted as even places are, from -2
     */
    double highestByStandard(int sample) {
        int first = HISTORY - LATENCY + sample - STANDARD.taps() / 2;
        double highest = 0;
        for (int phase = 0; phase < STANDARD.phases(); phase++) {
            double[] taps = STANDARD.phase(phase);
            double sum = 0;
            for (int tap = 0; tap < taps.length; tap++) {
                sum += taps[tap] * samples[first + tap];
            }
            highest = Math.max(highest, Math.abs(sum));
        }
        return highest;
    }

    /** The filter is symmetric, so taps go in pairs. */
    private void interpolateHalfway(int first, int count) {
        Arrays.fill(halfway, first, first + count, 0);
        for (int tap = 0; tap < AHEAD; tap += 2) {
            double outer = HALFWAY[tap];
            double inner = HALFWAY[tap + 1];
            int mirrored = PAST - tap;
            for (int i = first; i < first + count; i++) {
                halfway[i] += outer * (samples[i + tap] + samples[i + mirrored])
                        + inner * (samples[i + tap + 1] + samples[i + mirrored - 1]);
            }
        }
    }

    /** The sum of the magnitudes of what is left of the filter beside the mean, as a filter of second differences. */
    private static double bend() {
        double sum = 0;
        double onDifferences = 0;
        double onSecondDifferences = 0;
        for (int tap = 0; tap < HALFWAY.length; tap++) {
            boolean neighbour = tap == AHEAD - 1 || tap == AHEAD;
            onDifferences += HALFWAY[tap] - (neighbour ? 0.5 : 0);
            onSecondDifferences += onDifferences;
            sum += Math.abs(onSecondDifferences);
        }
        return sum;
    }
}
