package io.auralis.benchmarks;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a peer is, for the benchmarks that measure one. */
final class PeerOptions {
    @Option(
            names = "--peer",
            paramLabel = "URL",
            description = {
                "A bridge that runs already on the broker of --broker-port and takes POST /topics/T with records[];"
                        + " without a path."
            })
    @Nullable
    String peer;

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of the broker that is started (default: a free one).")
    int brokerPort;
}
