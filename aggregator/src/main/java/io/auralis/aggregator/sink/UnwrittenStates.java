package io.auralis.aggregator.sink;

import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.PartitionPosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the topic of cohort states and is not in the database: of each cohort only the newest state, so that
 * it never holds more than the statistics themselves. States without a position after them wait for it.
 */
final class UnwrittenStates {
    private final Map<Integer, Partition> partitions = new TreeMap<>();

    /** Reading of a partition starts here. */
    void start(int partition, long offset) {
        partitions.put(partition, new Partition(offset));
    }

    void add(ConsumerRecord<String, byte[]> record) {
        Partition partition = partitions.get(record.partition());
        if (partition == null) {
            throw new IllegalStateException("partition " + record.partition() + " was never assigned");
        }
        partition.add(record);
    }

    /** Whether there is anything up to a position. */
    boolean isReady() {
        return partitions.values().stream().anyMatch(partition -> partition.position != null);
    }

    /** Takes out what is up to a position, partitions in ascending order. */
    List<PartitionChange> take() {
        List<PartitionChange> changes = new ArrayList<>();
        partitions.forEach((number, partition) -> {
            ConsumerRecord<String, byte[]> position = partition.position;
            if (position != null) {
                changes.add(partition.take(number, position));
            }
        });
        return changes;
    }

    /** Per partition, the offset before which everything was taken out, and so is in the database. */
    Map<Integer, Long> starts() {
        Map<Integer, Long> starts = new TreeMap<>();
        partitions.forEach((number, partition) -> starts.put(number, partition.from));
        return starts;
    }

    /** Whoever gets the partitions reads them again, from what is in the database. */
    void forget(Collection<Integer> lost) {
        lost.forEach(partitions::remove);
    }

    private static final class Partition {
        private final Map<String, ConsumerRecord<String, byte[]>> ready = new HashMap<>();
        private final Map<String, ConsumerRecord<String, byte[]>> waiting = new HashMap<>();
        private long from;
        private @Nullable ConsumerRecord<String, byte[]> position;

        Partition(long from) {
            this.from = from;
        }

        void add(ConsumerRecord<String, byte[]> record) {
            if (record.key().equals(PartitionPosition.KEY)) {
                position = record;
                ready.putAll(waiting);
                waiting.clear();
            } else {
                waiting.put(record.key(), record);
            }
        }

        PartitionChange take(int number, ConsumerRecord<String, byte[]> upTo) {
            List<StateChange> states = ready.values().stream()
                    .map(record -> new StateChange(record.offset(), record.key(), state(record.value())))
                    .toList();
            PartitionChange change =
                    new PartitionChange(number, from, upTo.offset() + 1, states, PartitionPosition.parse(upTo.value()));
            from = change.nextOffset();
            position = null;
            ready.clear();
            return change;
        }

        private static CohortState state(byte @Nullable [] value) {
            return value == null ? CohortState.EMPTY : CohortState.parse(value);
        }
    }
}
