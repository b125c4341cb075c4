package io.auralis.ingest.intake;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Counts what becomes of documents; the names are on the operator's dashboards and do not change. */
final class IntakeMetrics {
    private static final String ACCEPTED = "auralis.ingest.accepted";
    private static final String REJECTED = "auralis.ingest.rejected";
    private static final String UNAVAILABLE = "auralis.ingest.unavailable";

    /** What {@link Intake} refuses with. */
    private static final Set<ProblemCode> REASONS = EnumSet.of(
            ProblemCode.MALFORMED_JSON,
            ProblemCode.INVALID_REQUEST,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.TOO_LARGE,
            ProblemCode.SCHEMA_VIOLATION,
            ProblemCode.IMPLAUSIBLE_REPORT,
            ProblemCode.SECRET_MISMATCH);

    private final MeterRegistry registry;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        // From the start at zero: a rate over a counter that appears with its first event misses that event.
        for (String kind : List.of("report", "withdrawal")) {
            var ignored = registry.counter(ACCEPTED, "kind", kind);
        }
        for (ProblemCode reason : REASONS) {
            var ignored = registry.counter(REJECTED, "code", reason.code());
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
