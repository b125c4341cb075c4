package io.auralis.benchmarks;

import io.auralis.benchmarks.outage.OutageBench;
import io.auralis.benchmarks.outage.OutageReport;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code benchmark outage}. */
@Command(
        name = "outage",
        mixinStandardHelpOptions = true,
        description = "What endpoints answer while the broker is stopped, and how soon they store again.",
        footer = {"", "Example:", "  auralis benchmark outage --peer http://127.0.0.1:8080 --broker-port 19092"})
final class OutageCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options = new CommonOptions();

    @Option(
            names = "--peer",
            paramLabel = "URL",
            description = "A bridge that runs already on the broker of --broker-port, without a path.")
    private @Nullable String peer;

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of the broker that is started (default: a free one).")
    private int brokerPort;

    /** Set by picocli before the call. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (BenchmarkFolder folder = BenchmarkFolder.of(options.folder)) {
            OutageReport report = new OutageBench(
                            options.programs(),
                            folder.path(),
                            spec.commandLine().getErr()::println)
                    .run(peer, brokerPort);
            spec.commandLine().getOut().print(report.text());
            spec.commandLine().getOut().flush();
            options.write(report);
        }
        return 0;
    }
}
