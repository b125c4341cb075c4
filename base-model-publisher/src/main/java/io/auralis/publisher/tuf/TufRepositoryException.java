package io.auralis.publisher.tuf;

/** The repository's folder or keys are not what they must be, or could not be written; the message says which. */
public final class TufRepositoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TufRepositoryException(String message) {
        super(message);
    }

    TufRepositoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
