package io.auralis.ingest.broker;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;

/**
 * Builds the parts of this package, asks for the topics until they are there and for the broker while it is away, and
 * closes everything in order.
 */
@Singleton
final class BrokerWiring {
    /** How soon a broker's return is noticed; a question while it is away costs one connection attempt. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** Over the producer's own delivery timeout, which is to end a wait. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Availability availability = new Availability();
    private final Connection<Producer<String, byte[]>> producer;
    private final Connection<Admin> admin;
    private final ReportLog reports;
    private final RejectedLog rejected;
    private final BrokerProbe probe;
    private boolean everReady;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "broker-lookout");
        thread.setDaemon(true);
        return thread;
    });

    BrokerWiring(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ProducerSettings producerSettings,
            TopicSettings topicSettings,
            Clock clock) {
        producer = new Connection<>(() -> KafkaClients.producer(kafka, producerSettings));
        admin = new Connection<>(() -> KafkaClients.admin(kafka));
        Duration patience = producerSettings.deliveryTimeout().plus(SLACK);
        reports = new ReportLog(producer, availability, patience, clock);
        rejected = new RejectedLog(producer, availability, patience, clock);
        probe = new BrokerProbe(
                new ReportTopics(admin, topicSettings, KafkaClients.ADMIN_PATIENCE),
                rejected,
                availability,
                System::nanoTime);
    }

    void start(@Observes StartupEvent event) {
        rejected.start();
        var ignored = looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** While the broker is away no report is handed over, so that none would show that it is back. */
    private void look() {
        try {
            if (!everReady || availability.away()) {
                everReady |= probe.ready();
            }
        } catch (RuntimeException unexpected) {
            // Thrown on, it would end the looking, and with it the only way back from an outage.
            availability.failed(unexpected);
        }
    }

    @Produces
    @Singleton
    ReportLog reports() {
        return reports;
    }

    @Produces
    @Singleton
    RejectedLog rejected() {
        return rejected;
    }

    @Produces
    @Singleton
    BrokerProbe probe() {
        return probe;
    }

    @PreDestroy
    void stop() {
        looking.shutdownNow();
        rejected.close();
        producer.close();
        admin.close();
    }
}
