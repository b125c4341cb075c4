package io.auralis.aggregator.statistics;

/** What a listener asked for in a dimension, in the order in which a report and its evidence list it. */
public enum Direction {
    MORE,
    FINE,
    LESS
}
