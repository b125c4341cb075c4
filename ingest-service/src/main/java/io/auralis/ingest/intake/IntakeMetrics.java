package io.auralis.ingest.intake;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Counts what becomes of documents; the names are on the operator's dashboards and do not change. */
final class IntakeMetrics {
    private static final String ACCEPTED = "auralis.ingest.accepted";
    private static final String REJECTED = "auralis.ingest.rejected";
    private static final String UNAVAILABLE = "auralis.ingest.unavailable";
    private static final String ANSWERS = "auralis.ingest.answer";

    /** What {@link Intake} refuses with. */
    private static final Set<ProblemCode> REASONS = EnumSet.of(
            ProblemCode.MALFORMED_JSON,
            ProblemCode.INVALID_REQUEST,
            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
            ProblemCode.TOO_LARGE,
            ProblemCode.TOO_SLOW,
            ProblemCode.SCHEMA_VIOLATION,
            ProblemCode.IMPLAUSIBLE_REPORT,
            ProblemCode.SECRET_MISMATCH,
            ProblemCode.TOKEN_REQUIRED,
            ProblemCode.TOKEN_INVALID,
            ProblemCode.TOKEN_SPENT);

    private final Map<ProblemCode, Counter> rejected = new EnumMap<>(ProblemCode.class);
    private final Counter reports;
    private final Counter withdrawals;
    private final Counter unavailable;
    private final Timer answers;

    /** All from the start at zero: a rate over a counter that appears with its first event misses that event. */
    IntakeMetrics(MeterRegistry registry) {
        reports = registry.counter(ACCEPTED, "kind", "report");
        withdrawals = registry.counter(ACCEPTED, "kind", "withdrawal");
        unavailable = registry.counter(UNAVAILABLE);
        answers = registry.timer(ANSWERS);
        for (ProblemCode reason : REASONS) {
            rejected.put(reason, registry.counter(REJECTED, "code", reason.code()));
        }
    }

    void accepted(ReportRecord record) {
        (record.withdrawn() ? withdrawals : reports).increment();
    }

    void rejected(ProblemCode code) {
        Counter counter = rejected.get(code);
        if (counter == null) {
            throw new IllegalStateException("no counter for " + code.code());
        }
        counter.increment();
    }

    void unavailable() {
        unavailable.increment();
    }

    /** From a body's arrival to its answer, acknowledgements included. */
    void answered(long nanos) {
        answers.record(nanos, TimeUnit.NANOSECONDS);
    }
}
