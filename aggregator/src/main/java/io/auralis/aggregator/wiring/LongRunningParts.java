package io.auralis.aggregator.wiring;

import io.auralis.aggregator.replay.TopicReplay;
import io.auralis.aggregator.sink.CohortStateTable;
import io.auralis.aggregator.sink.Schema;
import io.auralis.aggregator.sink.StateSink;
import io.auralis.aggregator.sink.StateSource;
import io.auralis.aggregator.stream.BrokerTopics;
import io.auralis.aggregator.stream.Generation;
import io.auralis.aggregator.stream.StreamRunner;
import io.auralis.aggregator.stream.StreamSettings;
import io.auralis.aggregator.topology.AdmissionMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;

/** The stream and the sink, from start to stop of the process. */
@Singleton
final class LongRunningParts {
    private final Admin admin;
    private final AdmissionMetrics metrics = new AdmissionMetrics();
    private final Generation generation;
    private final StreamRunner stream;
    private final CohortStateTable table;
    private final StateSink sink;
    private final TopicReplay replay;

    LongRunningParts(BrokerAccess broker, StreamSettings settings, DataSource database, Schema schema) {
        this.admin = broker.admin();
        this.generation = new Generation(settings.generation());
        BrokerTopics topics = new BrokerTopics(admin, settings.topics());
        this.stream = new StreamRunner(broker.properties(), settings, generation, topics, metrics);
        this.table = new CohortStateTable(database);
        this.sink = new StateSink(
                generation.topics().cohortStates(),
                () -> broker.committedReader(generation.sinkGroup()),
                () -> {
                    schema.bringUpToDate();
                    topics.createAbsent(generation.topics());
                    return topics.id(generation.topics().cohortStates())
                            .map(id -> new StateSource(generation.number(), id.toString()));
                },
                table,
                settings.retryAfter());
        this.replay = new TopicReplay(
                generation.topics().reports(), () -> broker.committedReader(generation.applicationId() + "-replay"));
    }

    void start(@Observes StartupEvent event) {
        stream.start();
        sink.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stream.close();
        sink.close();
        admin.close();
    }

    @Produces
    @Singleton
    StreamRunner stream() {
        return stream;
    }

    @Produces
    @Singleton
    StateSink sink() {
        return sink;
    }

    @Produces
    @Singleton
    AdmissionMetrics metrics() {
        return metrics;
    }

    @Produces
    @Singleton
    Generation generation() {
        return generation;
    }

    @Produces
    @Singleton
    CohortStateTable table() {
        return table;
    }

    @Produces
    @Singleton
    TopicReplay replay() {
        return replay;
    }

    @Produces
    @Singleton
    Admin admin() {
        return admin;
    }
}
