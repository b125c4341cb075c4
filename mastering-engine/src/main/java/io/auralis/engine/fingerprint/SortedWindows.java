package io.auralis.engine.fingerprint;

/**
 * Many small windows of numbers, each kept in order, for running medians: a number is put in or exchanged by shifting
 * its neighbours, which for windows of some thirty beats every tree. All windows lie in one array.
 */
final class SortedWindows {
    private final int capacity;
    private final int[] values;

    SortedWindows(int windows, int capacity) {
        this.capacity = capacity;
        this.values = new int[windows * capacity];
    }

    /** Puts a number into a window that holds {@code count}. */
    void insert(int window, int count, int value) {
        int start = window * capacity;
        int at = start + count;
        while (at > start && values[at - 1] > value) {
            values[at] = values[at - 1];
            at--;
        }
        values[at] = value;
    }

    /** Takes a number, which must be there, out of a window that holds {@code count}. */
    void remove(int window, int count, int value) {
        int at = find(window, count, value);
        System.arraycopy(values, at + 1, values, at, window * capacity + count - 1 - at);
    }

    /** Exchanges a number, which must be there, in a window that holds {@code count}. */
    void replace(int window, int count, int old, int value) {
        int at = find(window, count, old);
        int start = window * capacity;
        int last = start + count - 1;
        while (at < last && values[at + 1] < value) {
            values[at] = values[at + 1];
            at++;
        }
        while (at > start && values[at - 1] > value) {
            values[at] = values[at - 1];
            at--;
        }
        values[at] = value;
    }

    /** The median of a window that holds {@code count}; of an even number, the upper one. */
    int median(int window, int count) {
        return values[window * capacity + count / 2];
    }

    private int find(int window, int count, int value) {
        int low = window * capacity;
        int high = low + count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
