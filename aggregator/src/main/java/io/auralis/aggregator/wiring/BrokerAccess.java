package io.auralis.aggregator.wiring;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Clients of the broker that the {@code kafka.*} properties describe: its address, and its security where it has one. */
@Singleton
final class BrokerAccess {
    /** Under the 10 s within which a question to the broker is given up. */
    private static final int REQUEST_TIMEOUT_MILLIS = 8_000;

    private final Map<String, Object> broker;

    BrokerAccess(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        Map<String, Object> clients = new HashMap<>(broker);
        // Quarkus names a group after the application; each of ours has its own.
        clients.remove(ConsumerConfig.GROUP_ID_CONFIG);
        this.broker = Map.copyOf(clients);
    }

    Map<String, Object> properties() {
        return broker;
    }

    Admin admin() {
        Map<String, Object> properties = new HashMap<>(broker);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        return Admin.create(properties);
    }

    /** Reads what was committed, from the beginning unless told otherwise, and commits nothing by itself. */
    Consumer<String, byte[]> committedReader(String group) {
        Map<String, Object> properties = new HashMap<>(broker);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
