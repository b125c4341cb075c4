package io.auralis.bare;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code POST /records}: each line of the body is one record, which is not looked into; 202 when all are acknowledged. It
 * answers from the event loop, since it is to be the least that this framework can cost.
 */
@Singleton
@Path("/records")
public final class RecordsResource {
    /** As ingest-service's producer, see its {@code KafkaClients} and {@code ProducerSettings}. */
    private static final Map<String, Object> PRODUCER =
            Map.of("acks", "all", "enable.idempotence", true, "compression.type", "lz4", "linger.ms", 5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    RecordsResource(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "bare.topic") String topic) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putAll(PRODUCER);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.topic = topic;
    }

    @POST
    @NonBlocking
    public CompletionStage<Response> store(byte[] body) {
        CompletableFuture<?>[] stored = Lines.of(body).stream()
                .map(record -> Acknowledged.by(producer, topic, record))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(stored)
                .thenApply(ignored -> Response.accepted().build());
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
