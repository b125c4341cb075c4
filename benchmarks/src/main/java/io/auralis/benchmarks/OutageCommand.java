package io.auralis.benchmarks;

import io.auralis.benchmarks.outage.OutageBench;
import io.auralis.benchmarks.outage.OutageReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private PeerOptions peer = new PeerOptions();

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
                    .run(peer.peer, peer.brokerPort);
            options.write(spec, report.text(), report);
        }
        return 0;
    }
}
