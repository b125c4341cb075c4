package io.auralis.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.cli.ExitCode;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.json.Json;
import io.auralis.simulator.listener.Crowd;
import io.auralis.simulator.listener.ListenerOutcome;
import io.auralis.simulator.listener.Population;
import io.auralis.simulator.listener.TemporaryHomes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code auralis simulate}. */
@Command(
        name = "auralis simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Lets synthetic listeners use Auralis for a month and send what was learned of them.",
            "Each has preferences, gear and an ear of his own, which the program does not know. He rates through the real"
                    + " personal layer and sends through the real interface; only the sound is left out: his tracks are"
                    + " fingerprints, planned by the real planner."
        },
        footer = {
            "",
            "Examples:",
            "  auralis simulate --listeners 400",
            "  auralis simulate --listeners 200 --type METAL --prefer treble=-0.4:0.2 --seed 7 --json",
            "  auralis simulate --listeners 50 --server https://reports.example.org/"
        })
public final class SimulateCommand implements Callable<Integer> {
    /** Above this one run takes hours and a local broker's disk. */
    private static final int MOST_LISTENERS = 100_000;

    private final Map<String, String> environment;
    private final Path userHome;
    private final Clock clock;

    @Option(names = "--listeners", paramLabel = "N", description = "How many; default: ${DEFAULT-VALUE}.")
    private int listeners = 400;

    @Option(names = "--tracks", paramLabel = "N", description = "Tracks that each rates; default: ${DEFAULT-VALUE}.")
    private int tracks = 30;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "What they listen to: STUDIO, METAL or BOOTLEG; default: ${DEFAULT-VALUE}.")
    private RecordingType type = RecordingType.METAL;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "When; default: this month. A server takes this and the previous one.")
    private @Nullable String month;

    @Option(
            names = "--prefer",
            paramLabel = "DIMENSION=MEAN[:DEVIATION]",
            description = {
                "What the population wants relative to the base model, and how far its members differ; may be repeated.",
                "Dimensions: bass, low_mid, mid, treble, air, width, loudness, punch. Default: bass=0.45:0.3."
            })
    private List<Preference> preferences = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Everything random follows from it, the report secrets too; default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(names = "--server", paramLabel = "URL", description = "Where to send; default: the community here.")
    private @Nullable String server;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(names = "--stacktrace", description = "Print the cause of a failure.")
    private boolean stacktrace;

    /** Set by picocli before the call. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    SimulateCommand(Map<String, String> environment, Path userHome, Clock clock) {
        this.environment = environment;
        this.userHome = userHome;
        this.clock = clock;
    }

    public static void main(String[] arguments) {
        // Libraries log through the JDK; a command speaks for itself.
        LogManager.getLogManager().reset();
        System.exit(commandLine(System.getenv(), Path.of(System.getProperty("user.home")), Clock.systemUTC())
                .execute(arguments));
    }

    static CommandLine commandLine(Map<String, String> environment, Path userHome, Clock clock) {
        return Failures.handledBy(new CommandLine(new SimulateCommand(environment, userHome, clock))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Preference.class, Preference::parse));
    }

    @Override
    public Integer call() throws IOException {
        if (listeners < 1 || listeners > MOST_LISTENERS) {
            throw mistake("--listeners must be 1 to " + MOST_LISTENERS + ", is " + listeners + ".");
        }
        Population population = preferences.isEmpty() ? Population.ofBassLovers() : new Population(Map.of());
        for (Preference one : preferences) population = population.with(one.dimension(), one.spread());
        Crowd crowd = crowd(population);
        ServerAddress address = server();
        PrintWriter err = spec.commandLine().getErr();
        Instant begun = clock.instant();
        List<ListenerOutcome> outcomes;
        try (TemporaryHomes homes = TemporaryHomes.open();
                CountLine progress = new CountLine(err, listeners, System.console() != null)) {
            outcomes = crowd.run(listeners, address, homes.folder(), clock, progress);
        }
        SimulationReport report = SimulationReport.of(
                crowd,
                outcomes,
                java.time.Duration.between(begun, clock.instant()).toMillis() / 1000.0);
        print(report);
        if (report.waiting() + report.refused() > 0) {
            err.println("auralis: " + (report.waiting() + report.refused()) + " reports were not taken: "
                    + report.problems().get(0));
            return ExitCode.FAILURE;
        }
        return ExitCode.OK;
    }

    private Crowd crowd(Population population) {
        try {
            YearMonth when = month == null ? YearMonth.now(clock.withZone(ZoneOffset.UTC)) : YearMonth.parse(month);
            return new Crowd(population, type, when, seed, tracks);
        } catch (DateTimeException wrong) {
            throw mistake("--month must be YYYY-MM, is " + month + ".");
        } catch (IllegalArgumentException wrong) {
            throw mistake(wrong.getMessage() + ".");
        }
    }

    private ServerAddress server() {
        try {
            return ServerAddress.parse(server != null ? server : localIngest());
        } catch (IllegalArgumentException wrong) {
            throw mistake(String.valueOf(wrong.getMessage()));
        }
    }

    /** The ingest service of the community on this machine, as it says in its {@code stack.json}. */
    private String localIngest() {
        String chosen = environment.getOrDefault("AURALIS_COMMUNITY_HOME", "");
        Path state =
                (chosen.isBlank() ? userHome.resolve(".auralis-community") : Path.of(chosen)).resolve("stack.json");
        try {
            if (Files.isRegularFile(state)) {
                return Json.read(Files.readAllBytes(state), JsonNode.class)
                        .path("ingest")
                        .asText();
            }
        } catch (IOException unreadable) {
            throw new SimulationException("Cannot read " + state + ".", unreadable);
        }
        throw mistake(
                "There is no community on this machine; start one with 'auralis community up', or name --server.");
    }

    private void print(SimulationReport report) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(report));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%d listeners rated %d %s tracks each in %s and sent %d reports (%.1f s).%n",
                report.listeners(),
                report.tracks(),
                report.type(),
                report.month(),
                report.accepted(),
                report.seconds());
        out.printf("Of the %d with neutral gear:%n", report.neutral());
        out.printf("  %-10s %12s %12s%n", "", "truly want", "was learned");
        report.dimensions()
                .forEach(one -> out.printf(
                        Locale.ROOT,
                        "  %-10s %+9.2f %-2s %+9.2f %-2s%n",
                        one.dimension().key(),
                        one.trueMean(),
                        one.dimension().unit(),
                        one.learnedMean(),
                        one.dimension().unit()));
    }

    private ParameterException mistake(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
