package io.auralis.agent.models;

/** The repository does not answer as one. The message is one sentence for the listener. */
public final class RepositoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RepositoryException(String message) {
        super(message);
    }

    RepositoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
