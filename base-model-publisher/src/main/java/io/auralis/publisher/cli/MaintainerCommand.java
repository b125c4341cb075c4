package io.auralis.publisher.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The maintainer's program: review candidates, release base models. */
@Command(
        name = "auralis maintainer",
        description = "Reviews what the community learned and releases base models.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example:",
            "  auralis maintainer candidates list",
            "  auralis maintainer candidates approve studio-bass --reason \"Clear in both months.\"",
            "  auralis maintainer release --summary \"A little more bass.\""
        })
public final class MaintainerCommand {
    private MaintainerCommand() {}

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Path userHome = Path.of(System.getProperty("user.home"));
        System.exit(
                commandLine(System.getenv(), userHome).setOut(out).setErr(err).execute(arguments));
    }

    static CommandLine commandLine(Map<String, String> environment, Path userHome) {
        LocalCommunity community = LocalCommunity.of(environment, userHome);
        Failures failures = new Failures();
        return new CommandLine(new MaintainerCommand())
                .addSubcommand(new CommandLine(new CandidatesCommand())
                        .addSubcommand(new CandidatesListCommand(community))
                        .addSubcommand(new CandidatesShowCommand(community))
                        .addSubcommand(new CandidatesApproveCommand(community))
                        .addSubcommand(new CandidatesRejectCommand(community)))
                .addSubcommand(new ReleaseCommand(community))
                .addSubcommand(new ReleasesCommand(community))
                .addSubcommand(new YankCommand(community))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }
}
