package io.auralis.engine.media;

/** A file could not be read or written. The message is one sentence for the listener. */
public final class MediaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose mistake it was; decides the exit code. */
    public enum Kind {
        /** The input is missing, no audio, damaged or of a kind we do not read. */
        BAD_INPUT,
        /** The output could not be written: full disk, no permission. */
        OUTPUT_FAILED,
        /** The process that decodes could not be started. */
        NO_DECODER
    }

    private final Kind kind;

    public MediaException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public MediaException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
