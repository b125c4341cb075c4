package io.auralis.simulator;

import io.auralis.agent.cli.Mistakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;

/** Answers a failure as the listener's program does: one sentence and one exit code. */
public final class Failures {
    private static final List<Class<? extends Exception>> OF_THE_ENVIRONMENT = List.of(
            SimulationException.class, CancellationException.class, IOException.class, UncheckedIOException.class);

    private Failures() {}

    /** Gives a command line this treatment of failures. */
    public static CommandLine handledBy(CommandLine line) {
        return line.setExecutionExceptionHandler(new io.auralis.agent.cli.Failures(OF_THE_ENVIRONMENT))
                .setParameterExceptionHandler(new Mistakes());
    }
}
