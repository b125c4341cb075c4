package io.auralis.engine.declip;

/**
 * How often the samples of one channel on one side of zero have each magnitude, and how often next to each other. A bin is
 * 1/1024 of an octave's lower end wide, 0.004 to 0.008 dB.
 */
final class LevelHistogram {
    /** From -36 dBFS, below which nobody cuts off music, to 18 dB over full scale. */
    private static final int LOWEST_EXPONENT = -6;

    private static final double LOWEST = Math.scalb(1.0, LOWEST_EXPONENT);

    /**
     * Of the highest sample: a level is found down to half of it, and what lies just below is looked at, too. Few samples are
     * that high, which spares most of the work.
     */
    private static final double LEAST_PART = 0.46;

    private static final int OCTAVES = 9;
    /** Of a float's 23 bits after the point, those beyond the upper 10. */
    private static final int SHIFT = 13;

    private static final int BINS = OCTAVES << (23 - SHIFT);
    private static final int FIRST = (127 + LOWEST_EXPONENT) << (23 - SHIFT);

    /** A level that was dithered to 16 bits after it was cut off fills three bins. */
    private static final int REACH = 1;
    /** Neighbours that the level itself does not reach into. */
    private static final int NEAREST = 4;

    private static final int FARTHEST = 35;
    /** The crest of a steady sine is 5 times as frequent as what is just below; music cut off by 0.5 dB, 50 times. */
    private static final int TIMES_MORE = 12;
    /** Fewer flat tops may be chance, and are not worth a mention. */
    private static final int FEWEST_FLAT = 5;
    /**
     * Samples in flat tops, of all at the level. A limiter brings many peaks to one level, but as points: 0.003; cut off by
     * 3 dB, or at a high sample rate, most are in tops.
     */
    private static final double LEAST_FLAT_PART = 0.09;
    /** Where samples have few bits, most bins between two steps are empty: so many that are not are looked at. */
    private static final int OCCUPIED = 8;
    /** Of a waveform of fewer levels nobody can tell where it was cut off: a square wave is flat by itself. */
    private static final int FEWEST_OCCUPIED = 3;
    /** So many at the very highest value, and the level is that value alone: what is a step under it was never cut off. */
    private static final double EXACT_PART = 0.9;

    private final int[] hits = new int[BINS];
    private final int[] joined = new int[BINS];
    private final int[] flat = new int[BINS];
    private final int[] inFlat = new int[BINS];
    private double highest;
    private long atHighest;
    /** Of the samples, linear; what is under it is not counted. */
    private double floor = LOWEST;

    /** Looks at a magnitude, and tells whether it is to be counted: it may be the highest so far. */
    boolean look(double magnitude) {
        if (magnitude > highest) {
            highest = magnitude;
            atHighest = 0;
            floor = Math.max(LOWEST, LEAST_PART * highest);
        }
        return magnitude >= floor;
    }

    /** The bin of a magnitude that is at least the lowest. */
    static int bin(double magnitude) {
        int bin = (Float.floatToRawIntBits((float) magnitude) >> SHIFT) - FIRST;
        return Math.min(bin, BINS - 1);
    }

    /** @param length of the run of samples at this level that this one is the last of */
    void add(double magnitude, int bin, int length) {
        atHighest += magnitude == highest ? 1 : 0;
        hits[bin]++;
        if (length > 1) {
            joined[bin] += length == 2 ? 2 : 1;
        }
        if (length >= 3) {
            flat[bin] += length == 3 ? 1 : 0;
            inFlat[bin] += length == 3 ? 3 : 1;
        }
    }

    /** The middle bin of the level at which the side was cut off, or negative where it was not. */
    int level() {
        int best = -1;
        // Right above the floor, what lies just below was not counted.
        int first = highest < LOWEST ? BINS : floor == LOWEST ? REACH : bin(floor) + FARTHEST;
        for (int bin = first; bin < BINS - REACH; bin++) {
            if (around(flat, bin) >= FEWEST_FLAT && (best < 0 || weight(bin) > weight(best)) && cut(bin)) {
                best = bin;
            }
        }
        return best;
    }

    /** Most where the level is in the middle. */
    private long weight(int bin) {
        return around(joined, bin) + joined[bin];
    }

    private boolean cut(int bin) {
        int lowest = lowestOfOccupied(bin - NEAREST);
        return lowest >= 0
                && around(inFlat, bin) >= LEAST_FLAT_PART * around(hits, bin)
                && around(hits, bin) >= TIMES_MORE * neighbours(hits, bin, lowest)
                && around(flat, bin) >= TIMES_MORE * neighbours(flat, bin, lowest);
    }

    /** From a bin down, that with which enough of them hold samples; negative where there are too few. */
    private int lowestOfOccupied(int from) {
        int occupied = 0;
        int lowest = -1;
        for (int bin = from; bin >= 0 && (occupied < OCCUPIED || from - bin < FARTHEST - NEAREST); bin--) {
            if (hits[bin] > 0) {
                occupied++;
                lowest = bin;
            }
        }
        return occupied < FEWEST_OCCUPIED ? -1 : lowest;
    }

    /** The magnitudes at which the side was cut off. */
    ClipLevel magnitudes(int level) {
        return exact(level)
                ? new ClipLevel(highest, highest)
                : new ClipLevel(edge(level - REACH), Math.nextDown(edge(level + REACH + 1)));
    }

    /** How many samples have them. */
    long samplesAt(int level) {
        return exact(level) ? atHighest : around(hits, level);
    }

    private boolean exact(int level) {
        return Math.abs(bin(highest) - level) <= REACH && atHighest >= EXACT_PART * around(hits, level);
    }

    private static double edge(int bin) {
        return Float.intBitsToFloat((bin + FIRST) << SHIFT);
    }

    private static long around(int[] counts, int bin) {
        long sum = 0;
        for (int i = bin - REACH; i <= bin + REACH; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /**
     * What as many bins hold nearby, on that side where they hold more. Below, of those that hold samples at all: one at
     * least is as much as a step of few bits has.
     */
    private double neighbours(int[] counts, int bin, int lowest) {
        int highestBelow = bin - NEAREST;
        int occupied = 0;
        long sum = 0;
        for (int i = lowest; i <= highestBelow; i++) {
            occupied += hits[i] > 0 ? 1 : 0;
            sum += counts[i];
        }
        double wide = Math.max(1.0 / occupied, (2 * REACH + 1.0) / (highestBelow - lowest + 1));
        return Math.max(sum * wide, mean(counts, bin + NEAREST, bin + FARTHEST) * (2 * REACH + 1));
    }

    private static double mean(int[] counts, int from, int to) {
        long sum = 0;
        for (int i = Math.max(0, from); i <= Math.min(BINS - 1, to); i++) {
            sum += counts[i];
        }
        return (double) sum / (to - from + 1);
    }
}
