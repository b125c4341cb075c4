package io.auralis.agent.exchange;

/** A server gave no usable answer. The message is one sentence for the listener. */
public final class ExchangeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** No connection, or it broke. */
        UNREACHABLE,
        /** The answer was not whole within the deadline. */
        TOO_SLOW,
        /** The answer was longer than it may be. */
        TOO_LARGE
    }

    private final Kind kind;
    private final String sentence;

    ExchangeException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.sentence = message;
    }

    /** The message, never absent. */
    public String sentence() {
        return sentence;
    }

    public Kind kind() {
        return kind;
    }
}
