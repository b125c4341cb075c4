package io.auralis.ingest.broker;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.EventHeaders;
import io.auralis.contracts.taste.Rejection;
import io.auralis.contracts.taste.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The topic of refused documents, by reason code only. Best effort: its own thread sends, so that a refusal is answered
 * at once while the broker is away; what does not fit the queue is dropped, since the counters have it too.
 */
public final class RejectedLog implements AutoCloseable {
    /** Some seconds of refusals at the highest rate; each waiting one is a reference to an enum constant. */
    private static final int MOST_WAITING = 10_000;

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration LAST_CALL = Duration.ofSeconds(2);

    private final BlockingQueue<ProblemCode> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Connection<Producer<String, byte[]>> connection;
    private final Availability availability;
    private final Duration patience;
    private final Clock clock;
    private final Thread sender = new Thread(this::send, "rejected-log");
    private volatile boolean closing;

    /** @param patience how long to wait for the one record that is waited for */
    RejectedLog(
            Connection<Producer<String, byte[]>> connection,
            Availability availability,
            Duration patience,
            Clock clock) {
        this.connection = connection;
        this.availability = availability;
        this.patience = patience;
        this.clock = clock;
        sender.setDaemon(true);
    }

    void start() {
        sender.start();
    }

    /** Notes one refusal; never waits. */
    public void note(ProblemCode code) {
        boolean ignored = waiting.offer(code);
    }

    /**
     * Writes that reports were refused while the broker was away, and waits for the acknowledgement.
     *
     * @throws ExecutionException if the broker refuses or does not answer the producer in time
     * @throws TimeoutException if the producer does not answer either
     * @throws KafkaException if there is no producer
     */
    void writeOutage() throws ExecutionException, TimeoutException, InterruptedException {
        connection.get().send(toKafka(ProblemCode.BROKER_UNAVAILABLE)).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private ProducerRecord<String, byte[]> toKafka(ProblemCode code) {
        long day = clock.instant().truncatedTo(ChronoUnit.DAYS).toEpochMilli();
        return new ProducerRecord<>(
                Topics.REJECTED,
                null,
                day,
                null,
                Json.canonical(Rejection.of(code)),
                CloudEvents.headers(EventHeaders.ofRejection(UUID.randomUUID())));
    }

    /** Sends what waits, for two seconds at most, and ends the thread. */
    @Override
    public void close() {
        closing = true;
        try {
            sender.join(LAST_CALL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        try {
            while (!closing || !waiting.isEmpty()) {
                ProblemCode code = waiting.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (code != null) {
                    send(code);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(ProblemCode code) {
        try {
            var ignored = connection.get().send(toKafka(code), (metadata, failure) -> failed(failure));
        } catch (KafkaException e) {
            availability.failed(e);
        }
    }

    private void failed(@Nullable Exception failure) {
        if (failure != null) {
            availability.failed(failure);
        }
    }
}
