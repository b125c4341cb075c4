package io.auralis.aggregator.derivation;

/**
 * What a population wants in a dimension.
 *
 * @param histogram it was read from
 * @param location in grid steps
 * @param variance of the location, in squared grid steps
 * @param firstMonth earliest month of the reports behind it
 * @param lastMonth latest
 */
record Want(NoisyHistogram histogram, double location, double variance, String firstMonth, String lastMonth) {

    /** What is wanted more than by others, who are other people: variances add. */
    Want beyond(Want others) {
        return new Want(
                histogram,
                location - others.location,
                variance + others.variance,
                firstMonth.compareTo(others.firstMonth) <= 0 ? firstMonth : others.firstMonth,
                lastMonth.compareTo(others.lastMonth) >= 0 ? lastMonth : others.lastMonth);
    }

    /** Half the interval, in grid steps. */
    double halfWidth(double level) {
        return histogram.intervalFactor(level) * Math.sqrt(variance);
    }

    boolean includesNoChange(double level) {
        return Math.abs(location) <= halfWidth(level);
    }
}
