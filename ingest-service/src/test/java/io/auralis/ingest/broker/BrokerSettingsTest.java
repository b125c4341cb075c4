package io.auralis.ingest.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {

    @Test
    void theDefaultsSuitOneBrokerAndAnswerWithinAboutASecond() {
        SmallRyeConfig config = config(Map.of());
        ProducerSettings producer = config.getConfigMapping(ProducerSettings.class);
        assertThat(producer.maxBlock()).isEqualTo(Duration.ofMillis(400));
        assertThat(producer.deliveryTimeout()).isEqualTo(Duration.ofMillis(800));
        assertThat(producer.linger()).isEqualTo(Duration.ofMillis(5));
        TopicSettings topics = config.getConfigMapping(TopicSettings.class);
        assertThat(topics.replicationFactor()).isEqualTo((short) 1);
        assertThat(topics.minInsyncReplicas()).isEqualTo((short) 1);
    }

    @Test
    void everySettingIsRead() {
        SmallRyeConfig config = config(Map.of(
                "auralis.ingest.producer.max-block", "PT1S",
                "auralis.ingest.producer.delivery-timeout", "2s",
                "auralis.ingest.producer.linger", "1ms",
                "auralis.ingest.topics.replication-factor", "3",
                "auralis.ingest.topics.min-insync-replicas", "2"));
        ProducerSettings producer = config.getConfigMapping(ProducerSettings.class);
        assertThat(producer.maxBlock()).isEqualTo(Duration.ofSeconds(1));
        assertThat(producer.deliveryTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(producer.linger()).isEqualTo(Duration.ofMillis(1));
        TopicSettings topics = config.getConfigMapping(TopicSettings.class);
        assertThat(topics.replicationFactor()).isEqualTo((short) 3);
        assertThat(topics.minInsyncReplicas()).isEqualTo((short) 2);
    }

    @Test
    void kafkaAcceptsTheProducersTimesTogether() {
        ProducerSettings defaults = config(Map.of()).getConfigMapping(ProducerSettings.class);
        // No broker is asked before the first record; a contradiction among the times is refused here.
        try (var producer = KafkaClients.producer(Map.of("bootstrap.servers", "127.0.0.1:1"), defaults)) {
            assertThat(producer.metrics()).isNotEmpty();
        }
    }

    private static SmallRyeConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(ProducerSettings.class)
                .withMapping(TopicSettings.class)
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build();
    }
}
