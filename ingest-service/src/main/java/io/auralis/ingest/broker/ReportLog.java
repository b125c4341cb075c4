package io.auralis.ingest.broker;

import io.auralis.contracts.taste.EventHeaders;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
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
     * Stores records. No thread waits for their acknowledgements: the answer comes from the producer's own (docs/adr,
     * 8). While the broker is known to be away nothing is handed over, so that no memory fills with what nobody
     * takes.
     *
     * @return what became of each, in order
     */
    public CompletionStage<List<Storage>> store(List<ReportRecord> records) {
        Acknowledgements acknowledgements = new Acknowledgements(records.size());
        int taken = 0;
        while (taken < records.size() && !availability.away()) {
            send(records.get(taken), taken, acknowledgements);
            // After the first that the producer refuses, each other would wait as long.
            if (acknowledgements.unavailable(taken)) {
                break;
            }
            taken++;
        }
        acknowledgements.giveUpFrom(taken);
        return acknowledgements.all(patience, availability::failed);
    }

    private void send(ReportRecord record, int index, Acknowledgements acknowledgements) {
        try {
            var ignored = connection.get().send(toKafka(record), (metadata, failure) -> {
                if (failure == null) {
                    availability.worked();
                    acknowledgements.settle(index, Storage.ACKNOWLEDGED);
                } else {
                    availability.failed(failure);
                    acknowledgements.settle(index, Storage.UNAVAILABLE);
                }
            });
        } catch (KafkaException e) {
            availability.failed(e);
            acknowledgements.settle(index, Storage.UNAVAILABLE);
        }
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
}
