package io.auralis.aggregator.sink;

import io.auralis.aggregator.statistics.PartitionPosition;
import java.util.List;

/**
 * What the topic of cohort states says of a partition between two positions.
 *
 * @param partition of the topic of cohort states, the same as of the reports
 * @param from offset there that reading started from
 * @param nextOffset offset after the record of the position
 * @param states the newest of each changed cohort
 * @param position which reports the states are those of
 */
record PartitionChange(
        int partition, long from, long nextOffset, List<StateChange> states, PartitionPosition position) {
    PartitionChange {
        states = List.copyOf(states);
    }
}
