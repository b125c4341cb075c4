package io.auralis.ingest.issuance;

import io.auralis.contracts.problem.ProblemCode;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts tokens; the names are on the operator's dashboards and do not change. */
final class IssuanceMetrics {
    private static final String ISSUED = "auralis.ingest.tokens.issued";
    private static final String REFUSED = "auralis.ingest.tokens.refused";

    private final MeterRegistry registry;

    IssuanceMetrics(MeterRegistry registry) {
        this.registry = registry;
        // From the start at zero: a rate over a counter that appears with its first event misses that event.
        var ignored = registry.counter(ISSUED);
        var limited = registry.counter(REFUSED, "code", ProblemCode.TOKEN_LIMIT.code());
        var invalid = registry.counter(REFUSED, "code", ProblemCode.INVALID_TOKEN_REQUEST.code());
        var slow = registry.counter(REFUSED, "code", ProblemCode.TOO_SLOW.code());
    }

    void issued() {
        registry.counter(ISSUED).increment();
    }

    void refused(ProblemCode code) {
        registry.counter(REFUSED, "code", code.code()).increment();
    }
}
