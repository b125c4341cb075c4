package io.auralis.benchmarks;

import io.auralis.benchmarks.replay.ReplayBench;
import io.auralis.benchmarks.replay.ReplayPlan;
import io.auralis.benchmarks.replay.ReplayReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code benchmark replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "How fast the aggregator counts a topic from its beginning into PostgreSQL, beside kafka-consumer-perf-test.",
            "Rates per core rest on the CPU time of the aggregator's process."
        },
        footer = {"", "Example:", "  auralis benchmark replay --reports 100000,1000000,10000000 --json replay.json"})
final class ReplayCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--reports",
            paramLabel = "COUNT",
            split = ",",
            defaultValue = "100000,1000000",
            description = "Sizes of the topic; ten million take some 4 GB (default: ${DEFAULT-VALUE}).")
    private List<Integer> reports = List.of();

    @Option(names = "--rounds", defaultValue = "3", description = "Replays of each (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--threads", defaultValue = "1", description = "Stream threads (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    /** Set by picocli before the call. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (BenchmarkFolder folder = BenchmarkFolder.of(options.folder)) {
            ReplayReport report = new ReplayBench(
                            options.programs(),
                            folder.path(),
                            new ReplayPlan(reports, rounds, threads),
                            spec.commandLine().getErr()::println)
                    .run();
            options.write(spec, report.text(), report);
        }
        return 0;
    }
}
