package io.auralis.engine.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
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

    private final long[][] rows;
    private final long[][] medians = new long[TOGETHER][];
    /** What is done, in order, whatever the numbers: a plain list, so that the JVM compiles each kind's loop but once. */
    private final List<Runnable> steps = new ArrayList<>();

    /** @param width how many groups of eight windows are worked on side by side, a quarter of a {@code long} each */
    RunningMedians(int width) {
        this.rows = new long[ROWS][width];
        long[][] shared = Arrays.copyOfRange(rows, TOGETHER - 1, WINDOW);
        sort(shared);
        // With seven to come, neither the smallest nor the largest of the ten can be in the middle of 17.
        divide(0, TOGETHER / 2, Arrays.copyOfRange(shared, 1, SHARED - 1));
    }

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
        for (Runnable step : steps) {
            step.run();
        }
    }

    /** @param count half the windows of this group, which is how many numbers each half takes in */
    private void divide(int window, int count, long[][] middle) {
        takeIn(window + count - 1, count, middle, window);
        takeIn(window + WINDOW, count, middle, window + count);
    }

    private void takeIn(int place, int count, long[][] middle, int window) {
        long[][] more = copies(place, count);
        sort(more);
        long[][] now = new long[count][more[0].length];
        for (int i = 0; i < count; i++) {
            long[] lower = middle[i];
            long[] other = more[count - 1 - i];
            long[] upper = middle[i + count];
            long[] median = now[i];
            steps.add(() -> medianOfThree(lower, other, upper, median));
        }
        if (count == 1) {
            medians[window] = now[0];
            return;
        }
        for (int step = count / 2; step >= 1; step /= 2) {
            for (int i = 0; i < count; i++) {
                if ((i & step) == 0) {
                    compare(now[i], now[i + step]);
                }
            }
        }
        divide(window, count / 2, now);
    }

    /** A lone row, which nobody sorts, needs no copy. */
    private long[][] copies(int place, int count) {
        if (count == 1) {
            return new long[][] {rows[place]};
        }
        long[][] copies = new long[count][rows[0].length];
        for (int i = 0; i < count; i++) {
            long[] row = rows[place + i];
            long[] copy = copies[i];
            steps.add(() -> System.arraycopy(row, 0, copy, 0, copy.length));
        }
        return copies;
    }

    /** Odd-even merge sort without the comparisons that reach beyond the numbers there are. */
    private void sort(long[][] numbers) {
        for (int sorted = 1; sorted < numbers.length; sorted *= 2) {
            for (int step = sorted; step >= 1; step /= 2) {
                for (int start = step % sorted; start + step < numbers.length; start += 2 * step) {
                    for (int i = start; i < Math.min(start + step, numbers.length - step); i++) {
                        if (i / (2 * sorted) == (i + step) / (2 * sorted)) {
                            compare(numbers[i], numbers[i + step]);
                        }
                    }
                }
            }
        }
    }

    private void compare(long[] smaller, long[] larger) {
        steps.add(() -> exchange(smaller, larger));
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
}
