package io.auralis.bare;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A record on its way, as a future that the broker's acknowledgement completes. */
final class Acknowledged {
    private Acknowledged() {}

    static CompletableFuture<Void> by(Producer<byte[], byte[]> producer, String topic, byte[] record) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        var ignored = producer.send(new ProducerRecord<>(topic, record), (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(failure);
            }
        });
        return acknowledged;
    }
}
