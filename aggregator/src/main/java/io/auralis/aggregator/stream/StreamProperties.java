package io.auralis.aggregator.stream;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Kafka Streams' own settings. */
final class StreamProperties {
    /**
     * A killed instance's partitions move after this; a clean stop leaves the group at once. The least that brokers allow
     * by default (group.min.session.timeout.ms); Kafka's 45 s is long to wait.
     */
    private static final int SESSION_TIMEOUT_MILLIS = 6_000;

    private static final int HEARTBEAT_MILLIS = 2_000;

    /** An added instance gets its share once its stores are filled; whether they are is asked this often (10 min in Kafka). */
    private static final long PROBE_MILLIS = Duration.ofMinutes(1).toMillis();

    /** Voices are about 150 bytes: 800 fill a batch, and a commit sends what is left. */
    private static final int BATCH_BYTES = 131_072;

    /** Half a megabyte of reports, so that asking for them is no work beside counting them. */
    private static final int POLL_RECORDS = 2_000;

    private StreamProperties() {}

    /** @param broker address and security of the broker, as any client takes them */
    static Properties of(Map<String, Object> broker, Generation generation, StreamSettings settings) {
        Properties properties = new Properties();
        properties.putAll(broker);
        properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, generation.applicationId());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateDir().toAbsolutePath().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbyReplicas());
        properties.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBE_MILLIS);
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, settings.cacheBytes());
        properties.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.topics().replicationFactor());
        properties.put(
                StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG),
                String.valueOf(settings.topics().minInsyncReplicas()));
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MILLIS);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MILLIS);
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLL_RECORDS);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        return properties;
    }
}
