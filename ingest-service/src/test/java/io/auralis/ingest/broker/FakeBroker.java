package io.auralis.ingest.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The logs over a producer without a broker, which takes a given number of records and refuses each other one. */
public final class FakeBroker {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T13:14:15Z"), ZoneOffset.UTC);

    private final AtomicInteger asked = new AtomicInteger();
    private final MockProducer<String, byte[]> producer;
    private final Connection<org.apache.kafka.clients.producer.Producer<String, byte[]>> connection;
    private final Availability availability = new Availability();

    /** @param takes how many records are acknowledged before the first is refused */
    public FakeBroker(int takes) {
        producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
                if (asked.incrementAndGet() > takes) {
                    // As KafkaProducer does when it finds no broker within max.block.ms.
                    TimeoutException away = new TimeoutException("no broker");
                    if (callback != null) {
                        callback.onCompletion(null, away);
                    }
                    return CompletableFuture.failedFuture(away);
                }
                return super.send(record, callback);
            }
        };
        connection = new Connection<>(() -> producer);
    }

    public ReportLog reports() {
        return new ReportLog(connection, availability, Duration.ofSeconds(1), CLOCK);
    }

    /** Not started: what is noted waits. */
    public RejectedLog rejected() {
        return new RejectedLog(connection, availability, Duration.ofSeconds(1), CLOCK);
    }

    /** The service has heard that it is back. */
    void returns() {
        availability.worked();
    }

    public List<ProducerRecord<String, byte[]>> sent() {
        return producer.history();
    }

    public List<String> values() {
        return sent().stream().map(record -> new String(record.value(), UTF_8)).toList();
    }

    /** How many records the producer was handed, taken or refused. */
    public int asked() {
        return asked.get();
    }
}
