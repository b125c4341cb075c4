package io.auralis.benchmarks.mastering;

import io.auralis.benchmarks.figures.Median;
import io.auralis.benchmarks.process.Machine;
import io.auralis.benchmarks.process.WholeRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Runs every program on every song, round by round, so that what else the machine does strikes all of them. */
public final class MasteringBench {
    private final List<Peer> peers;
    private final Asked asked;
    private final Path folder;
    private final Consumer<String> says;

    /**
     * @param peers ours first: the others' ratios are to it
     * @param folder for what they write
     */
    public MasteringBench(List<Peer> peers, Asked asked, Path folder, Consumer<String> says) {
        this.peers = List.copyOf(peers);
        this.asked = asked;
        this.folder = folder;
        this.says = says;
    }

    /** One round of one program over all songs. */
    private record Round(double wallSeconds, double cpuSeconds, long peakBytes) {}

    public MasteringReport run(List<Path> songs, int rounds) {
        Machine machine = Machine.observe();
        Map<Path, Heard> heard = new LinkedHashMap<>();
        songs.forEach(song -> heard.put(song, Heard.of(song)));
        double seconds = heard.values().stream().mapToDouble(Heard::seconds).sum();
        Map<Peer, List<Round>> costs = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            for (Peer peer : peers) {
                says.accept("round " + round + ": " + peer.name());
                costs.computeIfAbsent(peer, added -> new ArrayList<>()).add(round(peer, heard));
            }
        }
        List<MasteringRow> rows = new ArrayList<>();
        for (Peer peer : peers) {
            rows.add(row(peer, costs, heard, seconds));
        }
        List<String> names =
                songs.stream().map(song -> String.valueOf(song.getFileName())).toList();
        return new MasteringReport(machine, asked, rounds, names, seconds, rows);
    }

    private Round round(Peer peer, Map<Path, Heard> songs) {
        double wall = 0;
        double cpu = 0;
        long peak = 0;
        for (Map.Entry<Path, Heard> song : songs.entrySet()) {
            List<String> command = peer.command(song.getKey(), output(peer, song.getKey()), asked, song.getValue());
            WholeRun run = WholeRun.of(
                    command,
                    Map.of("AURALIS_HOME", folder.resolve("home").toString(), "AURALIS_NO_BUILD", "1"),
                    folder.resolve("log.txt"));
            wall += run.wallSeconds();
            cpu += run.cpuSeconds();
            peak = Math.max(peak, run.peakBytes());
        }
        return new Round(wall, cpu, peak);
    }

    private MasteringRow row(Peer peer, Map<Peer, List<Round>> costs, Map<Path, Heard> songs, double seconds) {
        List<Round> own = costs.getOrDefault(peer, List.of());
        List<Round> ours = costs.getOrDefault(peers.get(0), List.of());
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < own.size(); round++) {
            ratios.add(own.get(round).wallSeconds() / ours.get(round).wallSeconds());
        }
        Map<Heard, Heard> written = new LinkedHashMap<>();
        if (peer.writes()) {
            songs.forEach((song, before) -> written.put(before, Heard.of(output(peer, song))));
        }
        return new MasteringRow(
                peer.name(),
                seconds / Median.of(own, Round::wallSeconds),
                Median.of(own, Round::cpuSeconds) * 60 / seconds,
                own.stream().mapToLong(Round::peakBytes).max().orElse(0),
                Median.of(ratios, ratio -> ratio),
                written.values().stream().mapToDouble(Heard::peakDbtp).max(),
                largest(written, pair -> Math.abs(pair.getValue().lufs() - asked.lufs())),
                largest(
                        written,
                        pair -> pair.getValue().rangeLu() - pair.getKey().rangeLu()));
    }

    /** The figure that is farthest from 0. */
    private static OptionalDouble largest(Map<Heard, Heard> written, ToDoubleFunction<Map.Entry<Heard, Heard>> figure) {
        return written.entrySet().stream()
                .mapToDouble(figure)
                .reduce((one, other) -> Math.abs(one) >= Math.abs(other) ? one : other);
    }

    private Path output(Peer peer, Path song) {
        String name = peer.name().replaceAll("\\W+", "-") + "-"
                + String.valueOf(song.getFileName()).replaceFirst("\\.[^.]*$", "");
        return folder.resolve(name + ".flac");
    }
}
