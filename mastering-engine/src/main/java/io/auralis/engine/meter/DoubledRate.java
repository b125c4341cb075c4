package io.auralis.engine.meter;

import java.util.Arrays;

/**
 * One channel at twice its rate, a stretch at a time, and any point of it at 16 times on demand: what the true-peak meters
 * look for peaks in. The doubling runs over whole stretches on the processor's vector units; the finer points are computed
 * only where somebody asks.
 *
 * <p>Places count points of the doubled signal: even ones are samples, odd ones lie halfway between. By Bernstein's
 * inequality a band-limited signal falls from a peak no faster than a cosine at half the sample rate, so of the points at
 * twice the rate one stands above cos(pi/4) = 0.71 of each peak, and of those at four times one above cos(pi/8) = 0.92.
 */
final class DoubledRate {
    /** Samples taken at once, at most. */
    static final int STRETCH = 128;
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

    private final double[] samples = new double[PAST + STRETCH];
    private final double[] halfway = new double[STRETCH];
    private final double[] points = new double[KEPT + 2 * STRETCH];

    /**
     * Takes the next samples. Afterwards places 0 to 2 x count lie {@link #LATENCY} samples back; the last one is the next
     * stretch's first.
     *
     * @param count at most {@link #STRETCH}
     */
    void take(double[] from, int at, int count) {
        System.arraycopy(from, at, samples, PAST, count);
        interpolateHalfway(count);
        for (int i = 0; i < count; i++) {
            points[KEPT + 2 * i] = samples[PAST - AHEAD + i];
            points[KEPT + 2 * i + 1] = halfway[i];
        }
    }

    /** Makes room for the next stretch. Call when the places of this one are done with. */
    void leave(int count) {
        System.arraycopy(samples, count, samples, 0, PAST);
        System.arraycopy(points, 2 * count, points, 0, KEPT);
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
        int first = PAST - LATENCY + sample - STANDARD.taps() / 2;
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

    /** Taps outside, points inside: the inner loop then runs on vector units. The filter is symmetric, so taps go in pairs. */
    private void interpolateHalfway(int count) {
        Arrays.fill(halfway, 0, count, 0);
        for (int tap = 0; tap < AHEAD; tap += 2) {
            double outer = HALFWAY[tap];
            double inner = HALFWAY[tap + 1];
            int mirrored = PAST - tap;
            for (int i = 0; i < count; i++) {
                halfway[i] += outer * (samples[i + tap] + samples[i + mirrored])
                        + inner * (samples[i + tap + 1] + samples[i + mirrored - 1]);
            }
        }
    }
}
