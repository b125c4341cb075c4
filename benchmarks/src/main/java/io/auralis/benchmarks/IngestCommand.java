package io.auralis.benchmarks;

import io.auralis.benchmarks.ingest.Comparison;
import io.auralis.benchmarks.ingest.ComparisonText;
import io.auralis.benchmarks.ingest.IngestBench;
import io.auralis.benchmarks.ingest.IngestPlan;
import io.auralis.benchmarks.load.Client;
import io.auralis.benchmarks.load.JdkClient;
import io.auralis.benchmarks.load.Wrk;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code benchmark ingest}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = {
            "ingest-service beside a bare endpoint of the same framework, kafka-producer-perf-test and, where one is"
                    + " given, a peer: same broker, same reports, same client."
        },
        footer = {"", "Example:", "  auralis benchmark ingest --rounds 5 --seconds 10 --json ingest.json"})
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private PeerOptions peer = new PeerOptions();

    @Option(names = "--peer-pid", paramLabel = "PID", description = "The peer's process, for its memory and CPU.")
    private @Nullable Long peerPid;

    @Option(names = "--rounds", defaultValue = "5", description = "Runs of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--seconds", defaultValue = "10", description = "Length of a run (default: ${DEFAULT-VALUE}).")
    private int seconds = 10;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "Before, for each target, half of it with batches (default: ${DEFAULT-VALUE}).")
    private int warmUp = 30;

    @Option(
            names = "--reports",
            paramLabel = "COUNT",
            defaultValue = "50000",
            description = "Different reports (default: ${DEFAULT-VALUE}).")
    private int reports = 50_000;

    @Option(
            names = "--shapes",
            paramLabel = "CONNECTIONSxBATCH",
            split = ",",
            defaultValue = "8x1,64x1,256x1,16x50",
            description = "Connections and reports in each request (default: ${DEFAULT-VALUE}).")
    private List<String> shapes = List.of();

    @Option(
            names = "--modes",
            split = ",",
            defaultValue = "open,tokens",
            description = {
                "Token modes of ingest-service, each a target (default: ${DEFAULT-VALUE}); in mode tokens every report"
                        + " costs a token that was not spent before."
            })
    private List<String> modes = List.of();

    @Option(
            names = "--producer-records",
            paramLabel = "COUNT",
            defaultValue = "500000",
            description = "What kafka-producer-perf-test sends each round, 0 for none (default: ${DEFAULT-VALUE}).")
    private int producerRecords;

    @Option(names = "--profile", description = "Then record where ingest-service spends its time at 256 connections.")
    private boolean profile;

    @Option(names = "--jdk-client", description = "Send with the JDK's client, where wrk is not installed.")
    private boolean jdkClient;

    /** Set by picocli before the call. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        IngestPlan plan = new IngestPlan(
                peer.peer,
                peerPid,
                peer.brokerPort,
                rounds,
                seconds,
                warmUp,
                reports,
                shapes,
                modes,
                producerRecords,
                profile);
        try (BenchmarkFolder folder = BenchmarkFolder.of(options.folder)) {
            Client client = jdkClient ? new JdkClient() : Wrk.in(folder.path());
            Comparison comparison = new IngestBench(
                            options.programs(),
                            folder.path(),
                            client,
                            plan,
                            spec.commandLine().getErr()::println)
                    .run();
            options.write(spec, ComparisonText.of(comparison), comparison);
        }
        return 0;
    }
}
