package io.auralis.publisher.release;

/** The candidates cannot go into one model; the message is one sentence saying which and why. */
final class ConflictingCandidatesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConflictingCandidatesException(String message) {
        super(message);
    }
}
