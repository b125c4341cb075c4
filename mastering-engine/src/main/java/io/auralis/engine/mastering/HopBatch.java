package io.auralis.engine.mastering;

import java.util.ArrayList;
import java.util.List;

/** Hops on their way from who measures them to who makes something of them, and used ones on their way back. */
final class HopBatch {
    private final int channels;
    private final int bands;
    private final List<MeasuredHop> hops = new ArrayList<>();
    private int size;

    HopBatch(int channels, int bands) {
        this.channels = channels;
        this.bands = bands;
    }

    int size() {
        return size;
    }

    /** Adds a complete hop, and gives an empty one for it: one that came back, or a new one. */
    MeasuredHop add(MeasuredHop complete) {
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
