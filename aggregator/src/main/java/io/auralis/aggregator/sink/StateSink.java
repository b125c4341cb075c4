package io.auralis.aggregator.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Carries committed cohort states from the topic into the table. The table's own positions say where to read on; the
 * broker's group only shares the partitions among instances. On any failure (database away, broker away) it starts over
 * from the positions after a while: nothing is lost, since nothing is kept here.
 */
public final class StateSink implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StateSink.class);
    private static final Duration POLL = Duration.ofMillis(200);

    /**
     * After writing it reads on for this many times as long: under load the states of many commits become one, and writing
     * them takes a fifth of a thread, however many cohorts there are.
     */
    private static final int RESTS = 4;

    /** Statistics that were dropped are noticed after this, though no report comes. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);

    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Callable<Optional<StateSource>> source;
    private final CohortStateTable table;
    private final Duration retryAfter;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "statistics-sink");
    private volatile long lag = UNKNOWN_LAG;

    /** Lag before anything was read. */
    public static final long UNKNOWN_LAG = -1;

    /**
     * @param consumers makes a consumer that reads committed records only and commits nothing by itself
     * @param source prepares schema and topics and says which source this is; none until the stream has made its topic;
     *     fails while database or broker are away
     */
    public StateSink(
            String topic,
            Supplier<Consumer<String, byte[]>> consumers,
            Callable<Optional<StateSource>> source,
            CohortStateTable table,
            Duration retryAfter) {
        this.topic = topic;
        this.consumers = consumers;
        this.source = source;
        this.table = table;
        this.retryAfter = retryAfter;
    }

    public void start() {
        thread.start();
    }

    /** Committed records of this instance's partitions that are not in the table yet, or {@link #UNKNOWN_LAG}. */
    public long lag() {
        return lag;
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean failedBefore = false;
        while (stopping.getCount() > 0) {
            try {
                Optional<StateSource> current = source.call();
                failedBefore = false;
                if (current.isPresent()) {
                    table.adopt(current.get());
                    carry(current.get());
                }
            } catch (Exception e) {
                lag = UNKNOWN_LAG;
                if (!failedBefore) {
                    LOG.warn("Statistics wait for the database or the broker", e);
                }
                failedBefore = true;
            }
            awaitRetry();
        }
    }

    private void carry(StateSource current) throws SQLException {
        UnwrittenStates unwritten = new UnwrittenStates();
        long writeAt = System.nanoTime();
        long lookAt = writeAt;
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            SeekToPositions positions = new SeekToPositions(consumer, unwritten);
            consumer.subscribe(List.of(topic), positions);
            while (stopping.getCount() > 0) {
                consumer.poll(POLL).forEach(unwritten::add);
                // Before what may take long, too: until it is written, it is not there.
                lag = positions.assigned ? lag(consumer, unwritten) : UNKNOWN_LAG;
                long now = System.nanoTime();
                if (now - writeAt >= 0 && unwritten.isReady()) {
                    table.apply(current, unwritten.take());
                    long took = System.nanoTime() - now;
                    writeAt = now + took + took * RESTS;
                    lag = lag(consumer, unwritten);
                }
                if (now - lookAt >= 0) {
                    table.requireUnchanged(current, unwritten.starts());
                    lookAt = now + LOOK_EVERY.toNanos();
                }
            }
        }
    }

    /** Unknown as long as a partition has not answered: that nothing was read does not mean that nothing is there. */
    private static long lag(Consumer<String, byte[]> consumer, UnwrittenStates unwritten) {
        long lag = unwritten.isReady() ? 1 : 0;
        for (TopicPartition partition : consumer.assignment()) {
            OptionalLong unread = consumer.currentLag(partition);
            if (unread.isEmpty()) {
                return UNKNOWN_LAG;
            }
            lag += unread.getAsLong();
        }
        return lag;
    }

    private void awaitRetry() {
        try {
            boolean unused = stopping.await(retryAfter.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }

    private final class SeekToPositions implements ConsumerRebalanceListener {
        private final Consumer<String, byte[]> consumer;
        private final UnwrittenStates unwritten;
        private boolean assigned;

        SeekToPositions(Consumer<String, byte[]> consumer, UnwrittenStates unwritten) {
            this.consumer = consumer;
            this.unwritten = unwritten;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                Map<Integer, Long> positions = table.positions();
                for (TopicPartition partition : partitions) {
                    long position = positions.getOrDefault(partition.partition(), 0L);
                    consumer.seek(partition, position);
                    unwritten.start(partition.partition(), position);
                }
                assigned = true;
            } catch (SQLException e) {
                throw new IllegalStateException("the positions could not be read", e);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // What is not in the table will be read by the next owner.
            unwritten.forget(partitions.stream().map(TopicPartition::partition).toList());
        }
    }
}
