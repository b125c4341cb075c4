package io.auralis.agent.signature;

import java.util.Arrays;

/**
 * Middle and spread of a sample that a few strays do not move: the median, and the median absolute deviation times 1.4826,
 * which for normal data is the standard deviation (Hampel 1974).
 *
 * @param median the middle
 * @param deviation the spread, in the sample's unit
 */
record RobustScale(double median, double deviation) {
    private static final double NORMAL = 1.4826;

    /** @param values at least one; not changed */
    static RobustScale of(double[] values) {
        double median = median(values.clone());
        double[] deviations =
                Arrays.stream(values).map(value -> Math.abs(value - median)).toArray();
        return new RobustScale(median, NORMAL * median(deviations));
    }

    /** Sorts the array. */
    static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
