package io.auralis.aggregator.stream;

import io.auralis.aggregator.topology.TopicNames;
import io.auralis.contracts.taste.ReportRetention;
import io.auralis.contracts.taste.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics that the topology needs, created when absent, so that no order of starting the services matters. */
public final class BrokerTopics {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Nobody reads dead letters after a month. */
    private static final Map<String, String> KEPT_A_MONTH = Map.of(
            TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Duration.ofDays(30).toMillis()));

    private final Admin admin;
    private final StreamSettings.TopicSettings settings;

    public BrokerTopics(Admin admin, StreamSettings.TopicSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    /**
     * Creates what is absent.
     *
     * @throws ExecutionException if the broker refuses
     * @throws TimeoutException if it does not answer
     */
    public void createAbsent(TopicNames names) throws ExecutionException, TimeoutException, InterruptedException {
        Set<String> present = get(admin.listTopics().names());
        create(present, names.reports(), Topics.PARTITIONS, ReportRetention.topicConfiguration());
        create(present, names.deadLetters(), 1, KEPT_A_MONTH);
    }

    /** The identity of a topic, another one after it was deleted and created again; none where there is no such topic. */
    public Optional<Uuid> id(String topic) throws ExecutionException, TimeoutException, InterruptedException {
        try {
            return get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                    .map(TopicDescription::topicId)
                    .findFirst();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void create(Set<String> present, String name, int partitions, Map<String, String> policy)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (present.contains(name)) {
            return;
        }
        Map<String, String> configuration = new HashMap<>(policy);
        configuration.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(settings.minInsyncReplicas()));
        NewTopic topic = new NewTopic(name, partitions, settings.replicationFactor()).configs(configuration);
        try {
            get(admin.createTopics(List.of(topic)).all());
        } catch (ExecutionException e) {
            // Another instance, or ingest-service, was quicker.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
