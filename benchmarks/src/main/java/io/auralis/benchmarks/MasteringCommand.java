package io.auralis.benchmarks;

import io.auralis.benchmarks.mastering.Asked;
import io.auralis.benchmarks.mastering.MasteringBench;
import io.auralis.benchmarks.mastering.MasteringReport;
import io.auralis.benchmarks.mastering.Peer;
import io.auralis.benchmarks.mastering.Peers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmark mastering}. */
@Command(
        name = "mastering",
        mixinStandardHelpOptions = true,
        description = {
            "Whole mastering programs side by side on the same songs, cold starts and all: time, CPU, memory, and how what",
            "they write reads on a 16x true-peak meter and a loudness meter."
        },
        footer = {
            "",
            "A peer is NAME=COMMAND WORDS; {in}, {out}, {lufs}, {gain}, {ceiling} and {limit} in it are filled in.",
            "Without one: ffmpeg, sox, loudgain, and the limiters of x42 and LSP, as far as they are installed.",
            "",
            "Example:",
            "  auralis benchmark mastering a.flac b.flac --lufs -10 --peer \"mine=mine -i {in} -o {out}\""
        })
final class MasteringCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "SONG", arity = "1..*", description = "Songs to master.")
    private List<Path> songs = List.of();

    @Option(names = "--lufs", defaultValue = "-14", description = "Loudness asked for (default: ${DEFAULT-VALUE}).")
    private double lufs = -14;

    @Option(names = "--ceiling", defaultValue = "-1", description = "True peak asked for (default: ${DEFAULT-VALUE}).")
    private double ceiling = -1;

    @Option(names = "--rounds", defaultValue = "3", description = "Runs of each on each (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--peer", paramLabel = "NAME=COMMAND", description = "A program besides; may be repeated.")
    private List<String> peers = List.of();

    @Option(
            names = "--only-peers",
            description = "Run no program but the peers; the first is what the others are beside.")
    private boolean onlyPeers;

    /** Set by picocli before the call. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        try (BenchmarkFolder folder = BenchmarkFolder.of(options.folder)) {
            List<Peer> all = new ArrayList<>();
            if (!onlyPeers) {
                all.addAll(Peers.usual(options.programs().root()));
            }
            peers.stream().map(Peer::parse).forEach(all::add);
            MasteringReport report = new MasteringBench(
                            all,
                            new Asked(lufs, ceiling),
                            folder.path(),
                            spec.commandLine().getErr()::println)
                    .run(songs, rounds);
            options.write(spec, report.text(), report);
        }
        return 0;
    }
}
