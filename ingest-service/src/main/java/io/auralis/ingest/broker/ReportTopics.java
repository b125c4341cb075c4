package io.auralis.ingest.broker;

import io.auralis.contracts.taste.ReportRetention;
import io.auralis.contracts.taste.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The two topics that this service writes: created when absent, and looked at to tell whether a report can be stored. */
final class ReportTopics {
    private final Connection<Admin> connection;
    private final TopicSettings settings;
    private final Duration patience;

    /** @param patience how long each of the questions to the broker may take */
    ReportTopics(Connection<Admin> connection, TopicSettings settings, Duration patience) {
        this.connection = connection;
        this.settings = settings;
        this.patience = patience;
    }

    /**
     * Creates what is absent and looks whether every partition of the reports can be written with as many replicas as
     * the settings ask for.
     *
     * @throws ExecutionException if the broker refuses
     * @throws TimeoutException if it does not answer
     */
    boolean writable() throws ExecutionException, TimeoutException, InterruptedException {
        createAbsent(rejected());
        createAbsent(reports());
        return describe(Topics.TASTE_REPORTS)
                .map(topic -> topic.partitions().stream().allMatch(this::writable))
                .orElse(false);
    }

    private boolean writable(TopicPartitionInfo partition) {
        return partition.leader() != null && partition.isr().size() >= settings.minInsyncReplicas();
    }

    private void createAbsent(NewTopic topic) throws ExecutionException, TimeoutException, InterruptedException {
        if (describe(topic.name()).isPresent()) {
            return;
        }
        try {
            get(connection.get().createTopics(List.of(topic)).all());
        } catch (ExecutionException e) {
            // Another instance was quicker.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private Optional<TopicDescription> describe(String name)
            throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return Optional.ofNullable(
                    get(connection.get().describeTopics(List.of(name)).allTopicNames())
                            .get(name));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private <T> T get(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private NewTopic reports() {
        Map<String, String> configuration = new HashMap<>(ReportRetention.topicConfiguration());
        configuration.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(settings.minInsyncReplicas()));
        return new NewTopic(Topics.TASTE_REPORTS, Topics.PARTITIONS, settings.replicationFactor())
                .configs(configuration);
    }

    private NewTopic rejected() {
        return new NewTopic(Topics.REJECTED, 1, settings.replicationFactor())
                .configs(Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(settings.minInsyncReplicas())));
    }
}
