package io.auralis.ingest.redemption;

import io.auralis.contracts.problem.ProblemCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a claim. */
public enum Payment {
    /** The report may be stored: its token is spent on it, now or before. */
    PAID(null),
    /** It has no token. */
    REQUIRED(ProblemCode.TOKEN_REQUIRED),
    /** Its token is none of this service's, or its key has retired. */
    INVALID(ProblemCode.TOKEN_INVALID),
    /** Its token is spent on another report. */
    SPENT(ProblemCode.TOKEN_SPENT),
    /** The spent tokens cannot be looked up now; claiming again later does no harm. */
    UNAVAILABLE(ProblemCode.TOKENS_UNAVAILABLE);

    private final @Nullable ProblemCode problem;

    Payment(@Nullable ProblemCode problem) {
        this.problem = problem;
    }

    /** What the sender is told; empty where the report is paid. */
    public Optional<ProblemCode> problem() {
        return Optional.ofNullable(problem);
    }
}
