package io.auralis.agent.cli;

import io.auralis.agent.home.AuralisHome;
import io.auralis.engine.media.ForeignName;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The listener's program. */
@Command(
        name = "auralis",
        description = "Masters your music on your own machine, and learns what sounds good to you.",
        mixinStandardHelpOptions = true,
        versionProvider = Auralis.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: auralis master song.flac"})
public final class Auralis implements Runnable {
    private static final Map<String, Function<Session, Object>> COMMANDS = commands();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** The commands, in the order in which --help lists them. */
    private static Map<String, Function<Session, Object>> commands() {
        Map<String, Function<Session, Object>> commands = new LinkedHashMap<>();
        commands.put("master", MasterCommand::new);
        commands.put("watch", WatchCommand::new);
        commands.put("fingerprint", FingerprintCommand::new);
        commands.put("detect", DetectCommand::new);
        commands.put("rate-track", RateTrackCommand::new);
        commands.put("audition", AuditionCommand::new);
        commands.put("understand", UnderstandCommand::new);
        commands.put("analyze-feedback", AnalyzeFeedbackCommand::new);
        commands.put("update-profile", UpdateProfileCommand::new);
        commands.put("profile", ProfileCommand::new);
        commands.put("export-eq", ExportEqCommand::new);
        commands.put("gear", GearCommand::new);
        commands.put("hearing", HearingCommand::new);
        commands.put("model", ModelCommand::new);
        commands.put("library", LibraryCommand::new);
        commands.put("enable-sharing", EnableSharingCommand::new);
        commands.put("disable-sharing", DisableSharingCommand::new);
        commands.put("share", ShareCommand::new);
        commands.put("export-feedback", ExportFeedbackCommand::new);
        commands.put("delete-feedback", DeleteFeedbackCommand::new);
        commands.put("export-personal", ExportPersonalCommand::new);
        commands.put("import-personal", ImportPersonalCommand::new);
        return commands;
    }

    public static void main(String[] arguments) {
        QuietLibraries.install();
        if (arguments.length > 1 && arguments[0].equals("master")) {
            HeadStart.forMastering();
        }
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        AuralisHome home;
        try {
            home = AuralisHome.resolve(System.getenv(), Path.of(System.getProperty("user.home")));
        } catch (InvalidPathException e) {
            err.println("auralis: " + ForeignName.complaint(e));
            System.exit(ExitCode.USAGE);
            return;
        }
        Session session = new Session(
                home,
                Clock.systemUTC(),
                System.getenv(),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                out,
                err,
                Terminal.isInteractive());
        int code = run(session, arguments);
        if (out.checkError() && code == ExitCode.OK) {
            err.println("auralis: the result could not be written to standard output.");
            code = ExitCode.FAILURE;
        }
        err.flush();
        System.exit(code);
    }

    /** Runs one command line and returns its exit code. */
    static int run(Session session, String... arguments) {
        int code = line(session, arguments).execute(arguments);
        session.out().flush();
        if (code == ExitCode.OK && arguments.length > 0) {
            SharingByItself.afterCommand(session, arguments[0]);
        }
        return code;
    }

    /** The command line; of the commands only the one that is called, because looking at all takes time. */
    static CommandLine line(Session session, String... arguments) {
        CommandLine line = new CommandLine(new Auralis());
        String called = arguments.length == 0 ? "" : arguments[0];
        COMMANDS.forEach((name, create) -> {
            if (name.equals(called) || !COMMANDS.containsKey(called)) {
                line.addSubcommand(name, command(create.apply(session)));
            }
        });
        addHelp(line);
        line.setOut(session.out());
        line.setErr(session.err());
        line.setUsageHelpAutoWidth(false);
        line.setExecutionExceptionHandler(new Failures());
        line.setParameterExceptionHandler(new Mistakes());
        return line;
    }

    private static CommandLine command(Object command) {
        CommandLine line = new CommandLine(command);
        if (command instanceof CommandGroup group) {
            for (Object under : group.commands()) {
                // A group may hold groups.
                line.addSubcommand(command(under));
            }
        }
        return line;
    }

    private static void addHelp(CommandLine line) {
        for (CommandLine command : line.getSubcommands().values()) {
            if (!command.getCommandSpec().optionsMap().containsKey("--help")) {
                command.getCommandSpec()
                        .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Show this help.")
                                .build());
            }
            addHelp(command);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Auralis.class.getPackage().getImplementationVersion();
            return new String[] {"auralis " + (version == null ? "development build" : version)};
        }
    }
}
