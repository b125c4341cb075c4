package io.auralis.aggregator.topology;

import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.Voice;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The binary forms of what the topology keeps; null stands for nothing, as Kafka has it. */
final class StatisticsSerdes {
    private StatisticsSerdes() {}

    static Serde<Voice> voice() {
        return serde(Voice::bytes, Voice::parse);
    }

    static Serde<CohortState> cohortState() {
        return serde(CohortState::bytes, CohortState::parse);
    }

    @SuppressWarnings("NullAway") // Kafka hands null through a serde for a deleted entry
    private static <T> Serde<T> serde(Function<T, byte[]> writer, Function<byte[], T> reader) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : writer.apply(value),
                (topic, bytes) -> bytes == null ? null : reader.apply(bytes));
    }
}
