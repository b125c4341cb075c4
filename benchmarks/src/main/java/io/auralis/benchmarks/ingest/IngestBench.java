package io.auralis.benchmarks.ingest;

import io.auralis.benchmarks.endpoint.Endpoints;
import io.auralis.benchmarks.endpoint.Target;
import io.auralis.benchmarks.endpoint.Tokens;
import io.auralis.benchmarks.figures.Median;
import io.auralis.benchmarks.kafka.ProducerPerf;
import io.auralis.benchmarks.load.Client;
import io.auralis.benchmarks.load.Load;
import io.auralis.benchmarks.load.Measured;
import io.auralis.benchmarks.payload.BodyFile;
import io.auralis.benchmarks.payload.SampleReports;
import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.benchmarks.process.Machine;
import io.auralis.benchmarks.process.ProcessUsage;
import io.auralis.benchmarks.process.Programs;
import io.auralis.benchmarks.process.Web;
import io.auralis.benchmarks.profile.Profile;
import io.auralis.benchmarks.profile.Profiler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Endpoints side by side: all up at once on one broker, each under load alone, round by round, so that whatever slows the
 * machine for a minute slows all of them.
 */
public final class IngestBench {
    private static final int WARM_UP_CONNECTIONS = 64;
    private static final int BATCH_CONNECTIONS = 16;

    private final Programs programs;
    private final Path folder;
    private final Client client;
    private final IngestPlan plan;
    private final Consumer<String> progress;
    private final SampleReports reports = new SampleReports(YearMonth.now(ZoneOffset.UTC));
    private SampleReports paidReports = reports;

    /**
     * @param folder for data and logs; whoever calls deletes it
     * @param progress is told each step in a sentence
     */
    public IngestBench(Programs programs, Path folder, Client client, IngestPlan plan, Consumer<String> progress) {
        this.programs = programs;
        this.folder = folder;
        this.client = client;
        this.plan = plan;
        this.progress = progress;
    }

    public Comparison run() {
        Machine machine = Machine.observe();
        progress.accept("Starting the broker and the endpoints ...");
        try (Endpoints stack = new Endpoints(programs, folder, plan.brokerPort())) {
            List<Target> targets = targets(stack);
            for (Target target : targets) {
                if (target.paid()) {
                    progress.accept(String.format("Drawing %,d contribution tokens ...", plan.contributors()));
                    paidReports = reports.paidWith(Tokens.draw(target, plan.contributors()));
                }
            }
            targets.forEach(this::accepts);
            targets.forEach(this::warmUp);
            Rounds rounds = new Rounds();
            List<Double> produced = new ArrayList<>();
            @Nullable
            ProducerPerf producerPerf = plan.producerRecords() == 0
                    ? null
                    : ProducerPerf.of(programs, folder, reports, plan.contributors());
            for (int round = 0; round < plan.rounds(); round++) {
                for (Shape shape : plan.parsedShapes()) {
                    // Who comes first changes, since each leaves the broker something to write.
                    for (int turn = 0; turn < targets.size(); turn++) {
                        Target target = targets.get((round + turn) % targets.size());
                        Run run = run(stack, target, shape);
                        rounds.add(shape, target, run);
                        progress.accept(String.format(
                                "round %d  %-24s %7s  %,9.0f requests/s  p99 %,8.1f ms",
                                round + 1,
                                target.name(),
                                shape,
                                run.seen().requestsPerSecond(),
                                run.seen().p99Millis()));
                    }
                }
                if (producerPerf != null) {
                    produced.add(producerPerf
                            .run(stack.broker(), Endpoints.PRODUCER_TOPIC, plan.producerRecords())
                            .recordsPerSecond());
                }
            }
            double loadAfter = Machine.load();
            return comparison(machine, loadAfter, rounds, produced, plan.profile() ? profile(targets.get(0)) : null);
        }
    }

    private List<Target> targets(Endpoints stack) {
        List<Target> targets = new ArrayList<>();
        plan.modes().forEach(mode -> targets.add(stack.ingest(mode)));
        targets.add(stack.bareEndpoint());
        if (plan.peer() != null) {
            targets.add(Endpoints.peer(plan.peer(), plan.peerPid()));
        }
        return targets;
    }

    /** One request, before thousands measure nothing but refusals. */
    private void accepts(Target target) {
        byte[] body = target.format().body(reportsFor(target), List.of(0));
        int status = Web.post(target.url(), target.format().contentType(), body, Duration.ofSeconds(10))
                .map(answer -> answer.statusCode())
                .orElse(0);
        if (status / 100 != 2) {
            throw new BenchmarkException(
                    "The target \"" + target.name() + "\" at " + target.url() + " answers a report with "
                            + (status == 0 ? "nothing" : status) + "; is it up, on the broker that was given?");
        }
    }

    private void warmUp(Target target) {
        if (plan.warmUpSeconds() > 1) {
            progress.accept("Warming up " + target.name() + " ...");
            send(target, new Shape(WARM_UP_CONNECTIONS, 1), plan.warmUpSeconds() / 2);
            send(target, new Shape(BATCH_CONNECTIONS, 50), plan.warmUpSeconds() / 2);
        }
    }

    private SampleReports reportsFor(Target target) {
        return target.paid() ? paidReports : reports;
    }

    private Run run(Endpoints stack, Target target, Shape shape) {
        if (target.paid()) {
            stack.forgetSpentTokens();
        }
        long writtenBefore = stack.broker().written(target.topic());
        double serviceBefore = cpu(target);
        double brokerBefore = ProcessUsage.of(stack.broker().pid()).cpuSeconds();
        double clientBefore = ProcessUsage.cpuSecondsOfEndedChildren();
        Measured seen = send(target, shape, plan.seconds());
        return new Run(
                seen,
                stack.broker().written(target.topic()) - writtenBefore,
                cpu(target) - serviceBefore,
                ProcessUsage.of(stack.broker().pid()).cpuSeconds() - brokerBefore,
                ProcessUsage.cpuSecondsOfEndedChildren() - clientBefore,
                target.pid() == null ? 0 : ProcessUsage.of(target.pid()).residentBytes());
    }

    private static double cpu(Target target) {
        return target.pid() == null ? 0 : ProcessUsage.of(target.pid()).cpuSeconds();
    }

    private Measured send(Target target, Shape shape, int seconds) {
        return client.run(new Load(
                target.url(),
                target.format().contentType(),
                bodies(target, shape.batch()),
                shape.connections(),
                seconds));
    }

    private Path bodies(Target target, int batch) {
        String name = (target.paid() ? "paid-" : "") + target.format().name().toLowerCase(Locale.ROOT);
        Path file = folder.resolve(name + "-" + batch + ".bodies");
        if (!Files.exists(file)) {
            BodyFile.write(file, reportsFor(target), target.format(), plan.contributors(), batch);
        }
        return file;
    }

    private Profile profile(Target ingest) {
        progress.accept("Recording where ingest-service spends its time ...");
        return Profiler.record(
                Objects.requireNonNull(ingest.pid()),
                folder.resolve("ingest.jfr"),
                () -> send(ingest, new Shape(256, 1), plan.seconds()));
    }

    private Comparison comparison(
            Machine machine, double loadAfter, Rounds rounds, List<Double> produced, @Nullable Profile profile) {
        List<Row> rows = rounds.rows();
        double producerPerf = produced.isEmpty() ? 0 : Median.of(produced, Double::doubleValue);
        double best = rows.stream()
                .filter(row -> row.target().startsWith("ingest") && row.valid())
                .mapToDouble(Row::recordsPerSecond)
                .max()
                .orElse(0);
        return new Comparison(
                machine,
                programs.heap(),
                client.name(),
                plan,
                loadAfter,
                rows,
                rounds.ratios(),
                producerPerf,
                producerPerf == 0 ? 0 : best / producerPerf,
                profile);
    }
}
