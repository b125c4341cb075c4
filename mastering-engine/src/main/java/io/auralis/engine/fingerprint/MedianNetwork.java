package io.auralis.engine.fingerprint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Running medians of 31 of a whole row of numbers at once, by a sorting network (Batcher 1968, "Sorting networks and their
 * applications"), of which only those comparisons are kept that the middle depends on. Each comparison runs over the whole
 * row, on the processor's vector units; there are no branches for it to mispredict.
 *
 * <p>Two windows of 31 that are one step apart share 30 numbers. With the two middle numbers of those, each window's median
 * is its 31st number held between them, so the network runs once for two windows.
 *
 * <p>Numbers are 0 to {@value #ABOVE_ALL} - 1.
 */
final class MedianNetwork {
    /** Numbers on each side of the middle one. */
    static final int REACH = 15;

    static final int WINDOW = 2 * REACH + 1;
    /** No two numbers may differ by more than an int holds. */
    private static final int BELOW_ALL = -1;

    private static final int ABOVE_ALL = Integer.MAX_VALUE - 1;
    private static final int SHARED = WINDOW - 1;
    private static final int LOWER = SHARED / 2 - 1;
    private static final int UPPER = SHARED / 2;
    private static final List<Comparison> COMPARISONS = needed();

    private final int[][] rows;

    /** @param width how many windows are worked on side by side */
    MedianNetwork(int width) {
        this.rows = new int[SHARED][width];
    }

    /** Leaves the smaller number in one place and the larger one in the other. */
    private record Comparison(int smaller, int larger) {}

    /**
     * The value that stands for a number outside the edge. Windows are cut off at an edge: with such values going in turn
     * beyond all numbers up and down from the edge on, the median of the 31 is the (of an even number, upper) median of
     * those inside.
     *
     * @param distance from the last number inside, 1 or more
     */
    static int outside(int distance) {
        return distance % 2 == 1 ? ABOVE_ALL : BELOW_ALL;
    }

    /** The row to fill with the numbers that stand at one place of the 30 shared ones; used up by {@link #sort}. */
    int[] row(int place) {
        return rows[place];
    }

    /** Brings the two middle numbers of the 30 into place. */
    void sort() {
        for (Comparison comparison : COMPARISONS) {
            exchange(rows[comparison.smaller], rows[comparison.larger]);
        }
    }

    /** Minimum and maximum by arithmetic, since the oldest JVM that we run on does not vectorise those of integers. */
    private static void exchange(int[] smaller, int[] larger) {
        for (int i = 0; i < smaller.length; i++) {
            int difference = smaller[i] - larger[i];
            int ifNegative = difference & (difference >> 31);
            smaller[i] = larger[i] + ifNegative;
            larger[i] = larger[i] + difference - ifNegative;
        }
    }

    /**
     * After {@link #sort}: the medians of the shared numbers of each window and its 31st.
     *
     * @param last the 31st numbers, from an index on
     * @param medians filled with one per window
     */
    void medians(int[] last, int from, int[] medians) {
        int[] lower = rows[LOWER];
        int[] upper = rows[UPPER];
        for (int i = 0; i < medians.length; i++) {
            int below = last[from + i] - upper[i];
            int held = upper[i] + (below & (below >> 31));
            int above = held - lower[i];
            medians[i] = held - (above & (above >> 31));
        }
    }

    /** Odd-even merge sort, read backwards from the two places that count. */
    private static List<Comparison> needed() {
        boolean[] counts = new boolean[SHARED];
        counts[LOWER] = true;
        counts[UPPER] = true;
        Deque<Comparison> kept = new ArrayDeque<>();
        List<Comparison> all = oddEvenMergeSort();
        for (int i = all.size() - 1; i >= 0; i--) {
            Comparison comparison = all.get(i);
            if (counts[comparison.smaller] || counts[comparison.larger]) {
                counts[comparison.smaller] = true;
                counts[comparison.larger] = true;
                kept.addFirst(comparison);
            }
        }
        return List.copyOf(kept);
    }

    /** For 32 numbers, without the comparisons that reach beyond those there are. */
    private static List<Comparison> oddEvenMergeSort() {
        List<Comparison> all = new java.util.ArrayList<>();
        int size = Integer.highestOneBit(SHARED - 1) * 2;
        for (int sorted = 1; sorted < size; sorted *= 2) {
            for (int step = sorted; step >= 1; step /= 2) {
                for (int start = step % sorted; start + step < size; start += 2 * step) {
                    for (int i = start; i < start + step; i++) {
                        if (i / (2 * sorted) == (i + step) / (2 * sorted) && i + step < SHARED) {
                            all.add(new Comparison(i, i + step));
                        }
                    }
                }
            }
        }
        return all;
    }
}
