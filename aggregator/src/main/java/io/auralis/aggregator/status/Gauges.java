package io.auralis.aggregator.status;

import io.auralis.aggregator.stream.RestoreProgress;
import io.auralis.aggregator.stream.StreamRunner;
import io.auralis.aggregator.topology.AdmissionMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The status as metrics, observed every 10 s, so that scraping costs broker and database nothing. */
@Singleton
final class Gauges {
    private final StatusReader reader;
    private final MeterRegistry registry;
    private final AdmissionMetrics metrics;
    private final RestoreProgress restore;
    private volatile @Nullable Status observed;

    Gauges(StatusReader reader, MeterRegistry registry, AdmissionMetrics metrics, StreamRunner stream) {
        this.reader = reader;
        this.registry = registry;
        this.metrics = metrics;
        this.restore = stream.restore();
    }

    void register(@Observes StartupEvent event) {
        gauge("auralis.aggregator.lag", "Reports in the topic that are not counted yet", Status::lag);
        gauge("auralis.aggregator.sink.lag", "Counted states that are not in the database yet", Status::sinkLag);
        gauge("auralis.aggregator.reports", "Live reports in the statistics", Status::reports);
        gauge("auralis.aggregator.cohorts", "Cohorts in the statistics", Status::cohorts);
        Gauge.builder("auralis.aggregator.restore.remaining", restore, RestoreProgress::remaining)
                .description("Records that local stores lack before this instance can count on")
                .register(registry);
        FunctionCounter.builder("auralis.aggregator.records", metrics, AdmissionMetrics::processed)
                .description("Records read, redelivered ones again")
                .register(registry);
        FunctionCounter.builder("auralis.aggregator.expired", metrics, AdmissionMetrics::expired)
                .description("Reports and withdrawals forgotten since they were too old")
                .register(registry);
        metrics.deadByReason()
                .forEach((reason, count) -> FunctionCounter.builder(
                                "auralis.aggregator.dead.letters", count, LongAdder::sum)
                        .tag("reason", reason)
                        .description("Records that could not be counted")
                        .register(registry));
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void observe() {
        observed = reader.read();
    }

    /** A figure that cannot be told now is not a number, so that nobody takes it for zero. */
    private void gauge(String name, String description, Function<Status, @Nullable Long> figure) {
        Gauge.builder(name, () -> {
                    Status status = observed;
                    Long value = status == null ? null : figure.apply(status);
                    return value == null ? Double.NaN : value;
                })
                .description(description)
                .register(registry);
    }
}
