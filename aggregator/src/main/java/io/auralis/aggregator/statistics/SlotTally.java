package io.auralis.aggregator.statistics;

import java.util.Arrays;

/**
 * One report's counts while they are collected, in whatever order its figures come. Made to be used again and again: a
 * bit per slot keeps the slots in order, which spares sorting them.
 */
final class SlotTally {
    private final long[] amounts = new long[CountSlots.COUNT];
    private final long[] filled = new long[(CountSlots.COUNT + Long.SIZE - 1) / Long.SIZE];

    /** @param amount not negative; the last one of a slot counts */
    void set(int slot, long amount) {
        amounts[slot] = amount;
        filled[slot / Long.SIZE] |= 1L << slot;
    }

    /** Forgets what was collected. */
    void clear() {
        Arrays.fill(filled, 0);
    }

    /** What was collected. */
    Counts counts() {
        int size = 0;
        for (long bits : filled) {
            size += Long.bitCount(bits);
        }
        int[] slots = new int[size];
        long[] kept = new long[size];
        int next = 0;
        for (int word = 0; word < filled.length; word++) {
            for (long bits = filled[word]; bits != 0; bits &= bits - 1) {
                int slot = word * Long.SIZE + Long.numberOfTrailingZeros(bits);
                if (amounts[slot] != 0) {
                    slots[next] = slot;
                    kept[next++] = amounts[slot];
                }
            }
        }
        return Counts.ofSlots(slots, kept, next);
    }
}
