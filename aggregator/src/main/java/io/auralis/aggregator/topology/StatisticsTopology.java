package io.auralis.aggregator.topology;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Reports to cohort statistics, per partition of the topic of reports and without any other hop
 * ({@code docs/adr/0006}): {@link ReportCounter} keeps the newest voice per report id and, per cohort, the sum of the
 * partition's voices. A cohort's state is the sum over the partitions, which whoever reads them adds up: counts are
 * integers, so any order gives the same.
 */
public final class StatisticsTopology {
    /** Store of the newest voice per report id. */
    static final String NEWEST = "newest-voice";

    /** Store of the state per cohort, and of the partition's position. */
    static final String COHORTS = "cohort-state";

    private static final String COUNT = "count";

    /** Closing segments daily and compacting within a week bounds how long a replaced or withdrawn voice stays on disk. */
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.SEGMENT_MS_CONFIG,
            String.valueOf(Duration.ofDays(1).toMillis()),
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
            String.valueOf(Duration.ofDays(7).toMillis()));

    private StatisticsTopology() {}

    public static Topology build(TopicNames topics, Retention retention, AdmissionMetrics metrics) {
        return new Topology()
                .addSource(
                        "reports",
                        Serdes.String().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        topics.reports())
                .addProcessor(COUNT, () -> new ReportCounter(retention, metrics), "reports")
                // Random keys would only pass through a cache.
                .addStateStore(store(NEWEST, Serdes.ByteArray()).withCachingDisabled(), COUNT)
                .addStateStore(
                        new CohortStoreBuilder(store(COHORTS, Serdes.String()).withCachingDisabled()), COUNT)
                .addSink(
                        ReportCounter.DEAD_LETTERS,
                        topics.deadLetters(),
                        Serdes.String().serializer(),
                        Serdes.ByteArray().serializer(),
                        COUNT)
                .addSink(
                        ReportCounter.FORGOTTEN,
                        topics.reports(),
                        Serdes.String().serializer(),
                        Serdes.ByteArray().serializer(),
                        COUNT);
    }

    private static <K> StoreBuilder<KeyValueStore<K, byte[]>> store(String name, Serde<K> keys) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG);
    }
}
