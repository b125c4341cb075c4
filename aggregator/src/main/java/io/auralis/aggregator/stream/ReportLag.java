package io.auralis.aggregator.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How far the stream is behind the topic of reports, all instances together, as the broker sees it. */
public final class ReportLag {
    /** An operator waits no longer for an answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Admin admin;
    private final Generation generation;

    public ReportLag(Admin admin, Generation generation) {
        this.admin = admin;
        this.generation = generation;
    }

    /**
     * Records not worked on yet, per partition: of the reports, and of what the stream hands from its first half, which
     * reduces by report id, to its second, which counts by cohort. All zero means that every report is counted.
     *
     * @throws ExecutionException if the broker refuses, for instance since there is no topic yet
     * @throws TimeoutException if it does not answer
     */
    public Map<String, Map<Integer, Long>> perTopic()
            throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(generation.applicationId()).partitionsToOffsetAndMetadata());
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        committed.keySet().forEach(partition -> partitions.put(partition, OffsetSpec.latest()));
        String reports = generation.topics().reports();
        get(admin.describeTopics(List.of(reports)).allTopicNames())
                .values()
                .iterator()
                .next()
                .partitions()
                .forEach(partition ->
                        partitions.put(new TopicPartition(reports, partition.partition()), OffsetSpec.latest()));
        Map<String, Map<Integer, Long>> lags = new TreeMap<>();
        get(admin.listOffsets(partitions).all()).forEach((partition, end) -> {
            OffsetAndMetadata position = committed.get(partition);
            lags.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                    .put(partition.partition(), end.offset() - (position == null ? 0 : position.offset()));
        });
        return lags;
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
