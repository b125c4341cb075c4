package io.auralis.agent.home;

/** The home cannot be read or written, or holds something damaged. The message is one sentence for the listener. */
public final class HomeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HomeException(String message, Throwable cause) {
        super(message, cause);
    }

    public HomeException(String message) {
        super(message);
    }
}
