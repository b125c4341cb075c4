package io.auralis.deploy.stack;

import org.jspecify.annotations.Nullable;

/** The stack cannot do what was asked as the machine is; the message is one sentence for the operator. */
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public StackException(String message) {
        super(message);
    }
}
