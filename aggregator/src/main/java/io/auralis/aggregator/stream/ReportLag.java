package io.auralis.aggregator.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
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
     * Reports not counted yet, per partition.
     *
     * @throws ExecutionException if the broker refuses, for instance since there is no topic yet
     * @throws TimeoutException if it does not answer
     */
    public Map<Integer, Long> perPartition() throws ExecutionException, TimeoutException, InterruptedException {
        String topic = generation.topics().reports();
        TopicDescription description = get(admin.describeTopics(List.of(topic)).allTopicNames())
                .values()
                .iterator()
                .next();
        Map<TopicPartition, OffsetSpec> partitions = description.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic, partition.partition()),
                        partition -> OffsetSpec.latest()));
        KafkaFuture<Map<TopicPartition, ListOffsetsResultInfo>> ends =
                admin.listOffsets(partitions).all();
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(generation.applicationId()).partitionsToOffsetAndMetadata());
        Map<Integer, Long> lags = new TreeMap<>();
        get(ends).forEach((partition, end) -> {
            OffsetAndMetadata position = committed.get(partition);
            lags.put(partition.partition(), end.offset() - (position == null ? 0 : position.offset()));
        });
        return lags;
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
