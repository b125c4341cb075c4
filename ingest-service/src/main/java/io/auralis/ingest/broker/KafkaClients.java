package io.auralis.ingest.broker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The two Kafka clients of this service: address and security from {@code kafka.*}, all that makes its promises from here. */
final class KafkaClients {
    /** Shorter than a second, the usual patience of whoever asks for readiness. */
    static final Duration ADMIN_PATIENCE = Duration.ofMillis(800);

    /** Kafka's default grows to 1 s and its connections may take 10 s; a returned broker is to be found within 5 s. */
    private static final Duration RECONNECT_AT_MOST = Duration.ofMillis(500);

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);

    private KafkaClients() {}

    static Producer<String, byte[]> producer(Map<String, Object> kafka, ProducerSettings settings) {
        Map<String, Object> all = common(kafka);
        // Acknowledged means that every in-sync replica has it, and a retry inside the producer never doubles it.
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis(settings.maxBlock()));
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(settings.deliveryTimeout()));
        all.put(ProducerConfig.LINGER_MS_CONFIG, millis(settings.linger()));
        // Kafka demands linger + request timeout <= delivery timeout.
        all.put(
                CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG,
                millis(settings.deliveryTimeout().minus(settings.linger())));
        return new KafkaProducer<>(all, new StringSerializer(), new ByteArraySerializer());
    }

    static Admin admin(Map<String, Object> kafka) {
        Map<String, Object> all = common(kafka);
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(ADMIN_PATIENCE));
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis(ADMIN_PATIENCE));
        return Admin.create(all);
    }

    private static Map<String, Object> common(Map<String, Object> kafka) {
        Map<String, Object> all = new HashMap<>(kafka);
        all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, millis(RECONNECT_AT_MOST));
        all.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, millis(CONNECT_WITHIN));
        all.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, millis(CONNECT_WITHIN));
        return all;
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
