package io.auralis.agent.cli;

import io.auralis.agent.home.AuralisHome;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The listener's program. */
@Command(
        name = "auralis",
        description = "Masters your music on your own machine, and learns what sounds good to you.",
        mixinStandardHelpOptions = true,
        versionProvider = Auralis.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Auralis {
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Session session = new Session(
                AuralisHome.resolve(System.getenv(), Path.of(System.getProperty("user.home"))),
                Clock.systemUTC(),
                System.getenv(),
                out,
                err,
                System.console() != null);
        int code = run(session, arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs one command line and returns its exit code. */
    static int run(Session session, String... arguments) {
        CommandLine line = new CommandLine(new Auralis());
        // Subcommands are added here, in the order in which --help lists them.
        line.setOut(session.out());
        line.setErr(session.err());
        line.setExecutionExceptionHandler(new Failures());
        line.setExitCodeExceptionMapper(null);
        return line.execute(arguments);
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Auralis.class.getPackage().getImplementationVersion();
            return new String[] {"auralis " + (version == null ? "development build" : version)};
        }
    }
}
