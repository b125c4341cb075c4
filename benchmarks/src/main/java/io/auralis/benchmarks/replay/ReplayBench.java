package io.auralis.benchmarks.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.benchmarks.kafka.BenchmarkBroker;
import io.auralis.benchmarks.kafka.ConsumerPerf;
import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.benchmarks.process.Machine;
import io.auralis.benchmarks.process.ProcessUsage;
import io.auralis.benchmarks.process.Programs;
import io.auralis.contracts.taste.Topics;
import io.auralis.deploy.database.LocalDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How fast the aggregator counts a topic from its beginning: each replay is a generation of its own, with empty stores, and
 * ends when PostgreSQL holds every report.
 */
public final class ReplayBench {
    /** Often enough for a replay of seconds, seldom enough that the answers cost nothing that shows. */
    private static final Duration ASK_EVERY = Duration.ofMillis(250);

    /** A replay that is slower than a thousand reports a second is stuck, once it had time to start on a busy machine. */
    private static final int LEAST_PER_SECOND = 1000;

    private static final int STARTS_WITHIN_SECONDS = 600;

    private final Programs programs;
    private final Path folder;
    private final ReplayPlan plan;
    private final Consumer<String> progress;
    private int generation;

    /**
     * @param folder for data and logs; whoever calls deletes it
     * @param progress is told each step in a sentence
     */
    public ReplayBench(Programs programs, Path folder, ReplayPlan plan, Consumer<String> progress) {
        this.programs = programs;
        this.folder = folder;
        this.plan = plan;
        this.progress = progress;
    }

    public ReplayReport run() {
        Machine machine = Machine.observe();
        progress.accept("Starting broker and database ...");
        try (BenchmarkBroker broker = BenchmarkBroker.start(programs, folder, 0);
                LocalDatabase database = LocalDatabase.start(folder.resolve("postgresql"))) {
            broker.create(Topics.TASTE_REPORTS, Map.of("cleanup.policy", "compact"));
            double startCpuSeconds = start(broker, database);
            TopicFiller filler = new TopicFiller(broker);
            List<ReplayRow> rows = new ArrayList<>();
            for (int size : plan.sizes()) {
                progress.accept(String.format("Filling the topic to %,d reports ...", size));
                filler.fillTo(size);
                rows.add(rounds(broker, database, size, startCpuSeconds));
            }
            return new ReplayReport(machine, programs.heap(), plan, startCpuSeconds, Machine.load(), rows);
        }
    }

    private ReplayRow rounds(BenchmarkBroker broker, LocalDatabase database, int size, double startCpuSeconds) {
        List<Replayed> replays = new ArrayList<>();
        List<ConsumerPerf.Consumed> consumed = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            Replayed replay = replay(broker, database, size);
            replays.add(replay);
            progress.accept(String.format(
                    "round %d of %,d reports: %.1f s, %.1f CPU s", round, size, replay.seconds(), replay.cpuSeconds()));
            consumed.add(ConsumerPerf.run(programs, broker, Topics.TASTE_REPORTS, size));
        }
        return ReplayRow.of(size, startCpuSeconds, replays, consumed);
    }

    /** What the aggregator uses until it is ready, with nothing to count. */
    private double start(BenchmarkBroker broker, LocalDatabase database) {
        try (Aggregator aggregator = next(broker, database)) {
            aggregator.awaitReady();
            return aggregator.usage().cpuSeconds();
        }
    }

    private Aggregator next(BenchmarkBroker broker, LocalDatabase database) {
        generation++;
        return Aggregator.start(programs, folder, broker, database, generation, plan.threads());
    }

    private Replayed replay(BenchmarkBroker broker, LocalDatabase database, int size) {
        double brokerBefore = ProcessUsage.of(broker.pid()).cpuSeconds();
        long begun = System.nanoTime();
        long first = begun;
        try (Aggregator aggregator = next(broker, database)) {
            for (JsonNode status = aggregator.status(); !isDone(status, size); status = aggregator.status()) {
                if (status.path("processed").asLong() == 0) {
                    first = System.nanoTime();
                }
                if (aggregator.process().endsWithin(ASK_EVERY)) {
                    throw new BenchmarkException("The aggregator ended; its log is in " + folder + ".");
                }
                if ((System.nanoTime() - begun) / 1e9 > STARTS_WITHIN_SECONDS + (double) size / LEAST_PER_SECOND) {
                    throw new BenchmarkException("The aggregator is stuck; its last status is " + status + ".");
                }
            }
            double seconds = (System.nanoTime() - first) / 1e9;
            ProcessUsage usage = aggregator.usage();
            return new Replayed(
                    seconds,
                    usage.cpuSeconds(),
                    ProcessUsage.of(broker.pid()).cpuSeconds() - brokerBefore,
                    usage.peakBytes());
        }
    }

    /** Every report read, counted, and in the database. */
    private static boolean isDone(JsonNode status, int size) {
        return status.path("processed").asLong() >= size
                && status.path("lag").asLong(-1) == 0
                && status.path("sinkLag").asLong(-1) == 0
                && status.path("reports").asLong() == size;
    }
}
