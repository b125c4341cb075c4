package io.auralis.simulator.demo;

import io.auralis.agent.cli.ExitCode;
import io.auralis.contracts.json.Json;
import io.auralis.simulator.Failures;
import io.auralis.simulator.SimulationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code auralis demo}. */
@Command(
        name = "auralis demo",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the whole loop on this machine in a few minutes: master, rate, learn, share, aggregate, review, release,"
                    + " update, master again.",
            "Everything is real but the listeners, and happens in a temporary folder; your own homes are not touched."
        },
        footer = {"", "Examples:", "  auralis demo", "  auralis demo --music ~/Music/Album", "  auralis demo --keep"})
public final class DemoCommand implements Callable<Integer> {
    /** Below, the noise that protects contributors hides what they want. */
    private static final int FEWEST_LISTENERS = 150;

    private static final int MOST_LISTENERS = 10_000;

    /** Tracks that each simulated listener rates: enough for the profile to follow his taste to a tenth of a decibel. */
    private static final int TRACKS = 30;

    @Option(names = "--music", paramLabel = "DIR", description = "Songs to master; default: the program plays its own.")
    private @Nullable Path music;

    @Option(
            names = "--listeners",
            paramLabel = "N",
            description = "Simulated listeners, at least 150; default: ${DEFAULT-VALUE}.")
    private int listeners = 400;

    @Option(names = "--seed", paramLabel = "N", description = "Of the simulated listeners; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--keep", description = "Leave the community running, and say how to stop it.")
    private boolean keep;

    @Option(names = "--json", description = "Print the summary as JSON; the story goes to standard error.")
    private boolean json;

    @Option(names = "--stacktrace", description = "Print the cause of a failure.")
    private boolean stacktrace;

    /** Set by picocli before the call. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private DemoCommand() {}

    public static void main(String[] arguments) {
        // Libraries log through the JDK; a command speaks for itself.
        LogManager.getLogManager().reset();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return Failures.handledBy(new CommandLine(new DemoCommand()));
    }

    @Override
    public Integer call() throws IOException {
        if (listeners < FEWEST_LISTENERS || listeners > MOST_LISTENERS) {
            throw mistake(
                    "--listeners must be " + FEWEST_LISTENERS + " to " + MOST_LISTENERS + ", is " + listeners + ".");
        }
        Demo.Settings settings = new Demo.Settings(listeners, TRACKS, seed, songs());
        String root = System.getProperty("auralis.root");
        if (root == null) {
            throw new SimulationException("Start this through ./auralis: the system property auralis.root is missing.");
        }
        Path jdk = Path.of(System.getProperty("auralis.jdk", System.getProperty("java.home")));
        Clock clock = Clock.systemUTC();
        PrintWriter err = spec.commandLine().getErr();
        Story story = new Story(json ? err : spec.commandLine().getOut(), clock);
        DemoFolder folder = DemoFolder.create();
        Commands auralis = new Commands(Path.of(root), folder.environment(jdk));
        Cleanup cleanup = new Cleanup(auralis, folder, story);
        Runtime.getRuntime().addShutdownHook(new Thread(cleanup::interrupted, "stop-the-demo"));
        DemoSummary summary;
        try {
            summary = new Demo(auralis, folder, story, clock, err, settings).run();
        } catch (IOException | RuntimeException failed) {
            cleanup.failed();
            throw failed;
        }
        print(cleanup.finished(summary, keep), story);
        return summary.ok() ? ExitCode.OK : ExitCode.FAILURE;
    }

    private List<Path> songs() {
        if (music == null) return List.of();
        if (!Files.isDirectory(music)) throw mistake(music + " is no folder.");
        try {
            return DemoFolder.songs(music);
        } catch (IllegalArgumentException wrong) {
            throw mistake(String.valueOf(wrong.getMessage()));
        }
    }

    private void print(DemoSummary summary, Story story) {
        story.step("Summary");
        story.say(summary.inWords());
        if (!summary.kept().isEmpty()) {
            story.say("The community runs on, in " + summary.kept() + ". Use it, and stop and delete it, with:");
            story.command("export AURALIS_COMMUNITY_HOME=" + summary.kept());
            story.command("auralis community reset --yes");
        }
        if (!summary.ok()) {
            spec.commandLine()
                    .getErr()
                    .println("auralis: what was released is not what the population truly wants, or the plan does not"
                            + " show it.");
        }
        if (json) {
            spec.commandLine().getOut().println(Json.pretty(summary));
        }
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
