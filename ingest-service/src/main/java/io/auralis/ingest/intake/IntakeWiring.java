package io.auralis.ingest.intake;

import io.auralis.ingest.admission.Admission;
import io.auralis.ingest.broker.RejectedLog;
import io.auralis.ingest.broker.ReportLog;
import io.auralis.ingest.reception.Reception;
import io.auralis.ingest.redemption.Redemption;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.DefaultBean;
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
            Reception reception,
            ReportLog log,
            RejectedLog rejected,
            MeterRegistry registry,
            Clock clock) {
        return new Intake(
                new BodyReader(Math.toIntExact(settings.bodyLimit().asLongValue()), settings.batchLimit()),
                new Admission(clock, settings.monthsBack()),
                redemption,
                reception.workers(),
                log,
                rejected,
                new IntakeMetrics(registry));
    }

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
