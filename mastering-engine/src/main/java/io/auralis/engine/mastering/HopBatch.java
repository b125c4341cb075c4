package io.auralis.engine.mastering;

import java.util.ArrayList;
import java.util.List;

/** Hops on their way from who measures them to who makes something of them, and used ones on their way back. */
final class HopBatch {
    private final List<MeasuredHop> hops = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    /**
     * Adds a complete hop.
     *
     * @param channels of a new one
     * @param bands of a new one
     * @return an empty hop: one that came back, or a new one
     */
    MeasuredHop add(MeasuredHop complete, int channels, int bands) {
        MeasuredHop empty = size < hops.size() ? hops.get(size) : null;
        if (empty == null) {
            hops.add(complete);
            empty = new MeasuredHop(channels, bands);
        } else {
            hops.set(size, complete);
            empty.clear();
        }
        size++;
        return empty;
    }

    /** Takes out a hop and leaves one in its place that nobody looks at any more. */
    MeasuredHop exchange(int index, MeasuredHop used) {
        return hops.set(index, used);
    }

    /** All hops that are left are used ones. */
    void clear() {
        size = 0;
    }
}
