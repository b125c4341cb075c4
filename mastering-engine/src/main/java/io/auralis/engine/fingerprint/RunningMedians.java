package io.auralis.engine.fingerprint;

import java.util.ArrayList;
import java.util.List;

/**
 * Running medians of {@value #WINDOW}, for eight windows a step apart each and for a whole row of such windows at once.
 *
 * <p>Eight windows share ten numbers, which are sorted once, by a network (Batcher 1968, "Sorting networks and their
 * applications"). Of 2k sorted numbers that can still be in the middle when k are to come, two half as large groups of
 * windows each take in k more: the k that can still be in the middle are the medians of three, the ith and the (i+k)th of
 * those held and the ith of the new ones from above (the two half-cleaners of a bitonic merger that lie around the middle).
 * So a median costs 13 comparisons, without a branch (the sharing follows Adams 2021, "Fast median filters using separable
 * sorting networks").
 *
 * <p>A number has 15 bits, and a {@code long} holds {@value #LANES} of them in its quarters, whose highest bits are free to
 * catch a borrow: one subtraction compares four, and the JVM makes vector instructions of the rest.
 */
final class RunningMedians {
    /** Numbers on each side of the middle one. */
    static final int REACH = 8;

    static final int WINDOW = 2 * REACH + 1;
    /** Windows worked on together, and numbers that all of them see: one to each side makes the next group. */
    static final int TOGETHER = 8;

    static final int ROWS = WINDOW + TOGETHER - 1;
    static final int LANES = 4;
    static final int LANE_BITS = 16;
    static final int LARGEST = 0x7FFF;

    private static final long HIGHEST_BITS = 0x8000_8000_8000_8000L;
    private static final int SHARED = WINDOW - TOGETHER + 1;
    private static final List<Comparison> SORT_SHARED = network(SHARED);
    private static final List<Comparison> SORT_FOUR = network(4);
    private static final List<Comparison> SORT_TWO = network(2);

    private final long[][] rows;
    private final long[][] medians;
    /** By how many numbers a group of windows takes in: those, and what can still be in the middle. */
    private final long[][][] taken = new long[TOGETHER / 2 + 1][][];

    private final long[][][] held = new long[TOGETHER / 2 + 1][][];

    /** @param width how many groups of eight windows are worked on side by side, a quarter of a {@code long} each */
    RunningMedians(int width) {
        this.rows = new long[ROWS][width];
        this.medians = new long[TOGETHER][width];
        for (int count = 1; count < TOGETHER; count *= 2) {
            taken[count] = new long[count][width];
            held[count] = new long[count][width];
        }
    }

    /** Leaves the smaller number in one place and the larger one in the other. */
    private record Comparison(int smaller, int larger) {}

    /**
     * What stands for a number outside the edge. Windows are cut off at an edge: with such values going in turn beyond all
     * numbers up and down from the edge on, the median of the 17 is the (of an even number, upper) median of those inside.
     *
     * @param distance from the last number inside, 1 or more
     */
    static int outside(int distance) {
        return distance % 2 == 1 ? LARGEST : 0;
    }

    /** The row to fill with the numbers {@code place} steps after the first window's start; used up by {@link #run}. */
    long[] row(int place) {
        return rows[place];
    }

    /** The medians of one of the eight windows, after {@link #run}. */
    long[] medians(int window) {
        return medians[window];
    }

    void run() {
        long[][] shared = new long[SHARED][];
        System.arraycopy(rows, TOGETHER - 1, shared, 0, SHARED);
        sort(shared, SORT_SHARED);
        // With seven to come, neither the smallest nor the largest of the ten can be in the middle of 17.
        long[][] middle = new long[SHARED - 2][];
        System.arraycopy(shared, 1, middle, 0, middle.length);
        divide(0, TOGETHER / 2, middle);
    }

    /** @param count half the windows of this group, which is how many numbers each half takes in */
    private void divide(int window, int count, long[][] middle) {
        takeIn(window + count - 1, count, middle, window);
        takeIn(window + WINDOW, count, middle, window + count);
    }

    private void takeIn(int place, int count, long[][] middle, int window) {
        long[][] more = taken[count];
        for (int i = 0; i < count; i++) {
            System.arraycopy(rows[place + i], 0, more[i], 0, more[i].length);
        }
        sort(more, count == 4 ? SORT_FOUR : count == 2 ? SORT_TWO : List.of());
        if (count == 1) {
            medianOfThree(middle[0], more[0], middle[1], medians[window]);
            return;
        }
        long[][] now = held[count];
        for (int i = 0; i < count; i++) {
            medianOfThree(middle[i], more[count - 1 - i], middle[i + count], now[i]);
        }
        for (int step = count / 2; step >= 1; step /= 2) {
            for (int i = 0; i < count; i++) {
                if ((i & step) == 0) {
                    exchange(now[i], now[i + step]);
                }
            }
        }
        divide(window, count / 2, now);
    }

    private static void sort(long[][] numbers, List<Comparison> network) {
        for (Comparison comparison : network) {
            exchange(numbers[comparison.smaller], numbers[comparison.larger]);
        }
    }

    private static void exchange(long[] smaller, long[] larger) {
        for (int i = 0; i < smaller.length; i++) {
            long a = smaller[i];
            long b = larger[i];
            long difference = (a | HIGHEST_BITS) - b;
            long notLess = difference & HIGHEST_BITS;
            long excess = difference & (notLess - (notLess >>> (LANE_BITS - 1)));
            smaller[i] = a - excess;
            larger[i] = b + excess;
        }
    }

    /** The middle one of a ≤ b and any x. */
    private static void medianOfThree(long[] a, long[] x, long[] b, long[] median) {
        for (int i = 0; i < median.length; i++) {
            long difference = (b[i] | HIGHEST_BITS) - x[i];
            long notLess = difference & HIGHEST_BITS;
            long smaller = b[i] - (difference & (notLess - (notLess >>> (LANE_BITS - 1))));
            difference = (smaller | HIGHEST_BITS) - a[i];
            notLess = difference & HIGHEST_BITS;
            median[i] = a[i] + (difference & (notLess - (notLess >>> (LANE_BITS - 1))));
        }
    }

    /** Odd-even merge sort without the comparisons that reach beyond the numbers there are. */
    private static List<Comparison> network(int numbers) {
        List<Comparison> all = new ArrayList<>();
        for (int sorted = 1; sorted < numbers; sorted *= 2) {
            for (int step = sorted; step >= 1; step /= 2) {
                for (int start = step % sorted; start + step < numbers; start += 2 * step) {
                    for (int i = start; i < Math.min(start + step, numbers - step); i++) {
                        if (i / (2 * sorted) == (i + step) / (2 * sorted)) {
                            all.add(new Comparison(i, i + step));
                        }
                    }
                }
            }
        }
        return List.copyOf(all);
    }
}
