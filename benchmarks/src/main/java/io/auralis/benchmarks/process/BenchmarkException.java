package io.auralis.benchmarks.process;

import org.jspecify.annotations.Nullable;

/** The machine does not allow the measurement; the message is one sentence for whoever started it. */
public final class BenchmarkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BenchmarkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public BenchmarkException(String message) {
        super(message);
    }
}
