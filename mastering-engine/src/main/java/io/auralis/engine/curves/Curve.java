package io.auralis.engine.curves;

import java.util.List;

/**
 * Values over time, evenly apart.
 *
 * @param startSeconds the time that the first value is of
 * @param stepSeconds from a value to the next
 * @param values in the order of time
 */
public record Curve(double startSeconds, double stepSeconds, List<Double> values) {
    public Curve {
        values = List.copyOf(values);
    }

    /** The time of a value, from the track's beginning. */
    public double seconds(int index) {
        return startSeconds + index * stepSeconds;
    }
}
