package io.auralis.ingest.broker;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;

/**
 * Whether a report could be stored now. One question to the broker serves all who ask within a quarter of a second, so
 * that a flood of readiness requests does not become one of questions.
 *
 * <p>After an outage the broker answers questions a second or two before its producers are served again. So then the
 * question is a write: the outage's own record on the rejected topic.
 */
final class BrokerProbe {
    private static final long FRESH_NANOS = Duration.ofMillis(250).toNanos();

    private final ReportTopics topics;
    private final RejectedLog rejected;
    private final Availability availability;
    private final LongSupplier nanoTime;
    private boolean asked;
    private boolean ready;
    private long askedAtNanos;

    /** @param nanoTime as {@link System#nanoTime()} */
    BrokerProbe(ReportTopics topics, RejectedLog rejected, Availability availability, LongSupplier nanoTime) {
        this.topics = topics;
        this.rejected = rejected;
        this.availability = availability;
        this.nanoTime = nanoTime;
    }

    synchronized boolean ready() {
        if (!asked || nanoTime.getAsLong() - askedAtNanos > FRESH_NANOS) {
            ready = ask();
            asked = true;
            askedAtNanos = nanoTime.getAsLong();
        }
        return ready;
    }

    private boolean ask() {
        try {
            if (!topics.writable()) {
                return false;
            }
            if (availability.away()) {
                rejected.writeOutage();
                availability.worked();
            }
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            availability.failed(e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
