package io.auralis.aggregator.candidate;

import io.auralis.contracts.problem.ProblemCode;

/** A request that the state of things does not allow. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    RefusedException(ProblemCode code) {
        super(code.title());
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }
}
