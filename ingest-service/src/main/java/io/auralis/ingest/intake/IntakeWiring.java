package io.auralis.ingest.intake;

import io.auralis.ingest.admission.Admission;
import io.auralis.ingest.broker.RejectedLog;
import io.auralis.ingest.broker.ReportLog;
import io.auralis.ingest.redemption.Redemption;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Builds the parts of this package. */
@Singleton
final class IntakeWiring {
    @Produces
    @Singleton
    Intake intake(
            IntakeSettings settings,
            Redemption redemption,
            Workers workers,
            ReportLog log,
            RejectedLog rejected,
            MeterRegistry registry,
            Clock clock) {
        return new Intake(
                new BodyReader(Math.toIntExact(settings.bodyLimit().asLongValue()), settings.batchLimit()),
                new Admission(clock, settings.monthsBack()),
                redemption,
                workers,
                log,
                rejected,
                new IntakeMetrics(registry));
    }

    @Produces
    @Singleton
    Gate gate(IntakeSettings settings, MeterRegistry registry) {
        Gate gate =
                new Gate(settings.requestsInFlight(), settings.bytesInFlight().asLongValue(), System::nanoTime);
        registry.gauge("auralis.ingest.inflight.requests", gate, Gate::requests);
        registry.gauge("auralis.ingest.inflight.bytes", gate, Gate::bytes);
        return gate;
    }

    @Produces
    @Singleton
    Workers workers(IntakeSettings settings) {
        return new Workers(settings.workers(), settings.requestsInFlight());
    }

    void close(@Disposes Workers workers) {
        workers.close();
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
