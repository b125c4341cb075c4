package io.auralis.agent.cli;

/** Something is not permitted as things are; the message says why and what would permit it. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
