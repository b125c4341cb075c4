package io.auralis.engine.declip;

/**
 * Where one channel was cut off on one side of zero: samples of these values are taken for clipped.
 *
 * @param from the least of them, full scale ±1.0; above 0 on the upper side
 * @param to the greatest of them; below 0 on the lower side
 */
public record ClipLevel(double from, double to) {
    /** Neither side of zero has samples of no value. */
    static final ClipLevel NONE = new ClipLevel(Double.NaN, Double.NaN);

    /** On the other side of zero. */
    ClipLevel mirrored() {
        return new ClipLevel(-to, -from);
    }

    boolean holds(double sample) {
        return sample >= from && sample <= to;
    }

    boolean found() {
        return from <= to;
    }
}
