package io.auralis.ingest.broker;

import io.auralis.contracts.taste.EventHeaders;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** The topic of taste reports, as a log that answers only for what all in-sync replicas have. Safe for many threads. */
public final class ReportLog {
    private final Connection<Producer<String, byte[]>> connection;
    private final Availability availability;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param patience how long to wait for an acknowledgement; longer than the producer's own delivery timeout, which
     *     ends the wait in practice
     */
    ReportLog(
            Connection<Producer<String, byte[]>> connection,
            Availability availability,
            Duration patience,
            Clock clock) {
        this.connection = connection;
        this.availability = availability;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Stores records and waits for their acknowledgements.
     *
     * @return what became of each, in order
     */
    public List<Storage> store(List<ReportRecord> records) {
        List<Future<RecordMetadata>> sent = send(records);
        List<Storage> outcomes = new ArrayList<>(records.size());
        for (Future<RecordMetadata> acknowledgement : sent) {
            outcomes.add(await(acknowledgement));
        }
        while (outcomes.size() < records.size()) {
            outcomes.add(Storage.UNAVAILABLE);
        }
        return List.copyOf(outcomes);
    }

    /** Hands over as many as the producer takes: after the first that it refuses, each other would wait as long. */
    private List<Future<RecordMetadata>> send(List<ReportRecord> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        try {
            for (ReportRecord record : records) {
                Future<RecordMetadata> acknowledgement = connection.get().send(toKafka(record));
                sent.add(acknowledgement);
                if (refusedAtOnce(acknowledgement)) {
                    break;
                }
            }
        } catch (KafkaException e) {
            availability.failed(e);
        }
        return sent;
    }

    /** The time of arrival is kept to the day only: a finer one could be joined with a network's records. */
    private ProducerRecord<String, byte[]> toKafka(ReportRecord record) {
        long day = clock.instant().truncatedTo(ChronoUnit.DAYS).toEpochMilli();
        return new ProducerRecord<>(
                Topics.TASTE_REPORTS,
                null,
                day,
                record.id(),
                record.bytes(),
                CloudEvents.headers(EventHeaders.of(record)));
    }

    private static boolean refusedAtOnce(Future<RecordMetadata> acknowledgement) {
        if (!acknowledgement.isDone()) {
            return false;
        }
        try {
            acknowledgement.get();
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private Storage await(Future<RecordMetadata> acknowledgement) {
        try {
            acknowledgement.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            availability.worked();
            return Storage.ACKNOWLEDGED;
        } catch (ExecutionException e) {
            availability.failed(e.getCause() == null ? e : e.getCause());
            return Storage.UNAVAILABLE;
        } catch (TimeoutException e) {
            availability.failed(e);
            return Storage.UNAVAILABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Storage.UNAVAILABLE;
        }
    }
}
