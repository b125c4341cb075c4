package io.auralis.agent.models;

/** Verification says no; nothing was installed or changed. The message is one sentence for the listener. */
public final class ModelRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public ModelRefusedException(String message) {
        super(message);
    }

    ModelRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
