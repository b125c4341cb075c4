package io.auralis.aggregator.statistics;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongBinaryOperator;

/**
 * A sparse vector of non-negative integer counts, indexed by the slots of {@link CountSlots}. Immutable; addition is
 * exact, commutative and associative, and {@link #minus} undoes {@link #plus}.
 *
 * <p>A report fills about 50 of the 984 slots and a busy cohort a few hundred, so both operations are one merge of two
 * sorted lists, and the binary form (variable-length gap and amount per slot) stays near 2 bytes a slot: it is written
 * for every change of a cohort.
 */
public final class Counts {
    public static final Counts NONE = new Counts(new int[0], new long[0]);

    /** A gap of at most 5 bytes and an amount of at most 10. */
    private static final int MOST_BYTES_PER_SLOT = 15;

    private final int[] slots;
    private final long[] amounts;

    private Counts(int[] slots, long[] amounts) {
        this.slots = slots;
        this.amounts = amounts;
    }

    /**
     * Of a dense vector, one amount per slot.
     *
     * @throws IllegalArgumentException if an amount is negative
     */
    public static Counts of(long[] dense) {
        int[] slots = new int[dense.length];
        long[] amounts = new long[dense.length];
        int size = 0;
        for (int slot = 0; slot < dense.length; slot++) {
            if (dense[slot] < 0) {
                throw new IllegalArgumentException("a count must not be negative but is " + dense[slot]);
            }
            if (dense[slot] != 0) {
                slots[size] = slot;
                amounts[size++] = dense[slot];
            }
        }
        return new Counts(Arrays.copyOf(slots, size), Arrays.copyOf(amounts, size));
    }

    /** Of ascending slots, the first {@code size} of them, with amounts above zero. */
    static Counts ofSlots(int[] slots, long[] amounts, int size) {
        return size == slots.length
                ? new Counts(slots, amounts)
                : new Counts(Arrays.copyOf(slots, size), Arrays.copyOf(amounts, size));
    }

    public boolean isEmpty() {
        return slots.length == 0;
    }

    /** The amount in a slot, 0 where nothing was counted. */
    public long at(int slot) {
        int index = Arrays.binarySearch(slots, slot);
        return index < 0 ? 0 : amounts[index];
    }

    /** @throws ArithmeticException beyond the range of a long: never wraps */
    public Counts plus(Counts other) {
        return combine(other, Math::addExact);
    }

    /** @throws IllegalArgumentException if it would leave a negative count: what was not added cannot be taken away */
    public Counts minus(Counts other) {
        return combine(other, Math::subtractExact);
    }

    /** Adds to a dense vector. */
    void addTo(long[] dense) {
        for (int i = 0; i < slots.length; i++) {
            dense[slots[i]] = Math.addExact(dense[slots[i]], amounts[i]);
        }
    }

    /** Subtracts from a dense vector. */
    void takeFrom(long[] dense) {
        for (int i = 0; i < slots.length; i++) {
            long left = dense[slots[i]] - amounts[i];
            if (left < 0) {
                throw new IllegalArgumentException("a count must not become negative but would be " + left);
            }
            dense[slots[i]] = left;
        }
    }

    private Counts combine(Counts other, LongBinaryOperator operator) {
        int[] combinedSlots = new int[slots.length + other.slots.length];
        long[] combinedAmounts = new long[combinedSlots.length];
        int size = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < slots.length || theirs < other.slots.length) {
            int mySlot = mine < slots.length ? slots[mine] : Integer.MAX_VALUE;
            int theirSlot = theirs < other.slots.length ? other.slots[theirs] : Integer.MAX_VALUE;
            int slot = Math.min(mySlot, theirSlot);
            long amount = operator.applyAsLong(
                    mySlot == slot ? amounts[mine++] : 0, theirSlot == slot ? other.amounts[theirs++] : 0);
            if (amount < 0) {
                throw new IllegalArgumentException("a count must not become negative but would be " + amount);
            }
            if (amount != 0) {
                combinedSlots[size] = slot;
                combinedAmounts[size++] = amount;
            }
        }
        return new Counts(Arrays.copyOf(combinedSlots, size), Arrays.copyOf(combinedAmounts, size));
    }

    /** The most bytes that {@link #write} needs. */
    int mostBytes() {
        return 5 + slots.length * MOST_BYTES_PER_SLOT;
    }

    void write(ByteBuffer out) {
        VariableLength.write(out, slots.length);
        int previous = -1;
        for (int i = 0; i < slots.length; i++) {
            VariableLength.write(out, slots[i] - previous);
            VariableLength.write(out, amounts[i]);
            previous = slots[i];
        }
    }

    /** @throws IllegalArgumentException if the bytes are not what {@link #write} wrote */
    static Counts read(ByteBuffer in) {
        int size = Math.toIntExact(VariableLength.read(in));
        if (size < 0 || size > CountSlots.COUNT) {
            throw new IllegalArgumentException("counts fill at most " + CountSlots.COUNT + " slots but claim " + size);
        }
        int[] slots = new int[size];
        long[] amounts = new long[size];
        int previous = -1;
        for (int i = 0; i < size; i++) {
            previous += Math.toIntExact(VariableLength.read(in));
            slots[i] = previous;
            amounts[i] = VariableLength.read(in);
        }
        return new Counts(slots, amounts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counts counts
                && Arrays.equals(slots, counts.slots)
                && Arrays.equals(amounts, counts.amounts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(slots) + Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        return "Counts[" + slots.length + " slots]";
    }
}
