package io.auralis.ingest.intake;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportRecord;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what becomes of documents; the names are on the operator's dashboards and do not change. */
final class IntakeMetrics {
    private static final String ACCEPTED = "auralis.ingest.accepted";
    private static final String REJECTED = "auralis.ingest.rejected";
    private static final String UNAVAILABLE = "auralis.ingest.unavailable";

    private final MeterRegistry registry;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        // From the start at zero: a rate over a counter that appears with its first event misses that event.
        for (String kind : new String[] {"report", "withdrawal"}) {
            var ignored = registry.counter(ACCEPTED, "kind", kind);
        }
        for (ProblemCode code : ProblemCode.values()) {
            if (code.status() < 500 && code != ProblemCode.UNAUTHENTICATED && code != ProblemCode.FORBIDDEN) {
                var ignored = registry.counter(REJECTED, "code", code.code());
            }
        }
        var ignored = registry.counter(UNAVAILABLE);
    }

    void accepted(ReportRecord record) {
        registry.counter(ACCEPTED, "kind", record.withdrawn() ? "withdrawal" : "report")
                .increment();
    }

    void rejected(ProblemCode code) {
        registry.counter(REJECTED, "code", code.code()).increment();
    }

    void unavailable() {
        registry.counter(UNAVAILABLE).increment();
    }
}
