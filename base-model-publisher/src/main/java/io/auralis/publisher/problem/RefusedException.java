package io.auralis.publisher.problem;

import io.auralis.contracts.problem.ProblemCode;

/** A request that the service understood and does not carry out; the message is one sentence for the maintainer. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    public RefusedException(ProblemCode code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public RefusedException(ProblemCode code, String sentence, Throwable cause) {
        super(sentence, cause);
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }
}
