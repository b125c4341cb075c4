package io.auralis.aggregator.stream;

import io.auralis.aggregator.topology.AdmissionMetrics;
import io.auralis.aggregator.topology.Retention;
import io.auralis.aggregator.topology.StatisticsTopology;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.CloseOptions;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the topology running: waits for the broker, creates topics, and starts anew whenever Kafka Streams gives up. It
 * never ends by itself, since everything that can end it (a broker away, a topic deleted) may come right again, and what
 * was committed is kept.
 */
public final class StreamRunner implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StreamRunner.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(15);

    private final Properties properties;
    private final Generation generation;
    private final BrokerTopics topics;
    private final AdmissionMetrics metrics;
    private final Retention retention;
    private final RestoreProgress restore = new RestoreProgress();
    private final Duration retryAfter;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "statistics-stream");
    private volatile @Nullable KafkaStreams streams;

    /** @param broker address and security of the broker, as any client takes them */
    public StreamRunner(
            Map<String, Object> broker,
            StreamSettings settings,
            Generation generation,
            BrokerTopics topics,
            AdmissionMetrics metrics) {
        this.properties = StreamProperties.of(broker, generation, settings);
        this.generation = generation;
        this.topics = topics;
        this.metrics = metrics;
        this.retention = new Retention(settings.keepMonths());
        this.retryAfter = settings.retryAfter();
    }

    public void start() {
        thread.start();
    }

    /** Kafka Streams' state, {@code WAITING} for the broker before it. */
    public String state() {
        KafkaStreams current = streams;
        return current == null ? "WAITING" : current.state().name();
    }

    public boolean isRunning() {
        KafkaStreams current = streams;
        return current != null && current.state() == KafkaStreams.State.RUNNING;
    }

    public RestoreProgress restore() {
        return restore;
    }

    /** Commits what was worked on and leaves the group, so that another instance takes over at once. */
    @Override
    public void close() {
        stopping.countDown();
        thread.interrupt();
        try {
            thread.join(CLOSE_WITHIN.toMillis() * 2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean failedBefore = false;
        while (stopping.getCount() > 0) {
            try {
                topics.createAbsent(generation.topics());
                failedBefore = false;
                runUntilItEnds();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                if (!failedBefore) {
                    LOG.warn("Reports wait for the broker", e);
                }
                failedBefore = true;
            }
            if (stopped()) {
                return;
            }
        }
    }

    private void runUntilItEnds() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        KafkaStreams current =
                new KafkaStreams(StatisticsTopology.build(generation.topics(), retention, metrics), properties);
        current.setUncaughtExceptionHandler(cause -> {
            LOG.error("Counting stopped and starts anew", cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        current.setStateListener((state, before) -> {
            if (state.hasCompletedShutdown()) {
                ended.countDown();
            }
        });
        current.setGlobalStateRestoreListener(restore);
        streams = current;
        try {
            current.start();
            ended.await();
        } finally {
            streams = null;
            current.close(new CloseOptions().timeout(CLOSE_WITHIN).leaveGroup(true));
        }
    }

    private boolean stopped() {
        try {
            return stopping.await(retryAfter.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
