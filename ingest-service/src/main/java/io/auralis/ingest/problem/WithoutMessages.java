package io.auralis.ingest.problem;

/** A failure as it may be logged: types and stack frames, no messages, which may quote a payload or a header. */
final class WithoutMessages extends RuntimeException {
    /** A cycle of causes must not hang a request; ten links tell enough. */
    private static final int MOST_CAUSES = 10;

    private WithoutMessages(Throwable original, int causesLeft) {
        super(
                original.getClass().getName(),
                original.getCause() == null || causesLeft == 0
                        ? null
                        : new WithoutMessages(original.getCause(), causesLeft - 1),
                false,
                true);
        setStackTrace(original.getStackTrace());
    }

    static Throwable of(Throwable original) {
        return new WithoutMessages(original, MOST_CAUSES);
    }
}
