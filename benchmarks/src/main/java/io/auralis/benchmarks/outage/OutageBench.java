package io.auralis.benchmarks.outage;

import io.auralis.benchmarks.endpoint.Endpoints;
import io.auralis.benchmarks.endpoint.Target;
import io.auralis.benchmarks.kafka.BenchmarkBroker;
import io.auralis.benchmarks.payload.SampleReports;
import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.benchmarks.process.Machine;
import io.auralis.benchmarks.process.Programs;
import io.auralis.benchmarks.process.Web;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What endpoints answer while the broker is away, and how soon they store again. All of them in one outage. */
public final class OutageBench {
    private static final int REPORTS_WHILE_AWAY = 3;

    /** Longer than any producer's default patience of a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Whoever takes longer for an answer is not asked again: the outage would never end. */
    private static final double SLOW_SECONDS = 10;

    private static final Duration RECOVERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration ASK_EVERY = Duration.ofMillis(100);
    private static final int BODY_SHOWN = 100;

    private final Programs programs;
    private final Path folder;
    private final Consumer<String> progress;
    private final SampleReports reports = new SampleReports(YearMonth.now(ZoneOffset.UTC));

    /**
     * @param folder for data and logs; whoever calls deletes it
     * @param progress is told each step in a sentence
     */
    public OutageBench(Programs programs, Path folder, Consumer<String> progress) {
        this.programs = programs;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * @param peer address of a peer on the same broker, without a path; absent when none is measured
     * @param brokerPort of 127.0.0.1, 0 for a free one
     */
    public OutageReport run(@Nullable String peer, int brokerPort) {
        Machine machine = Machine.observe();
        progress.accept("Starting the broker and the endpoints ...");
        try (Endpoints endpoints = new Endpoints(programs, folder, brokerPort)) {
            List<Target> targets = new ArrayList<>(List.of(endpoints.ingest("open"), endpoints.bareEndpoint()));
            if (peer != null) {
                targets.add(Endpoints.peer(peer, null));
            }
            targets.forEach(target -> requireStored(endpoints.broker(), target));
            progress.accept("Stopping the broker ...");
            endpoints.broker().stop();
            List<List<Behaviour.Answered>> answers = atOnce(targets, this::answers);
            List<Integer> ready = atOnce(targets, OutageBench::readiness);
            progress.accept("Starting the broker again ...");
            endpoints.broker().startAgain();
            List<Double> again = atOnce(targets, target -> acceptsAgain(endpoints.broker(), target));
            List<Behaviour> behaviours = new ArrayList<>();
            for (int each = 0; each < targets.size(); each++) {
                behaviours.add(
                        new Behaviour(targets.get(each).name(), answers.get(each), ready.get(each), again.get(each)));
            }
            return new OutageReport(machine, behaviours);
        }
    }

    private static <T> List<T> atOnce(List<Target> targets, Function<Target, T> question) {
        List<CompletableFuture<T>> asked = targets.stream()
                .map(target -> CompletableFuture.supplyAsync(
                        () -> question.apply(target), task -> new Thread(task, target.name()).start()))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private void requireStored(BenchmarkBroker broker, Target target) {
        if (!stores(broker, target)) {
            throw new BenchmarkException("The target \"" + target.name() + "\" at " + target.url()
                    + " stores nothing; is it up, on the broker that was given?");
        }
    }

    private List<Behaviour.Answered> answers(Target target) {
        List<Behaviour.Answered> answers = new ArrayList<>();
        while (answers.size() < REPORTS_WHILE_AWAY
                && answers.stream().noneMatch(answer -> answer.seconds() > SLOW_SECONDS)) {
            long begun = System.nanoTime();
            Optional<HttpResponse<String>> answer = post(target, PATIENCE);
            answers.add(new Behaviour.Answered(
                    (System.nanoTime() - begun) / 1e9,
                    answer.map(HttpResponse::statusCode).orElse(0),
                    answer.flatMap(response -> response.headers().firstValue("Retry-After"))
                            .orElse(""),
                    answer.map(HttpResponse::body)
                            .map(body -> body.substring(0, Math.min(body.length(), BODY_SHOWN)))
                            .orElse("")));
        }
        return answers;
    }

    private static int readiness(Target target) {
        return target.readyPath().isEmpty()
                ? 0
                : Web.get(target.address() + target.readyPath())
                        .map(HttpResponse::statusCode)
                        .orElse(0);
    }

    private double acceptsAgain(BenchmarkBroker broker, Target target) {
        long begun = System.nanoTime();
        try {
            while (System.nanoTime() - begun < RECOVERS_WITHIN.toNanos()) {
                if (stores(broker, target)) {
                    return (System.nanoTime() - begun) / 1e9;
                }
                TimeUnit.NANOSECONDS.sleep(ASK_EVERY.toNanos());
            }
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Whether a report is answered with 2xx and is in the topic: some answer 200 whatever became of it. */
    private boolean stores(BenchmarkBroker broker, Target target) {
        long before = broker.written(target.topic());
        return post(target, Duration.ofSeconds(5))
                        .filter(answer -> answer.statusCode() / 100 == 2)
                        .isPresent()
                && broker.written(target.topic()) > before;
    }

    private Optional<HttpResponse<String>> post(Target target, Duration patience) {
        return Web.post(
                target.url(), target.format().contentType(), target.format().body(reports, List.of(0)), patience);
    }
}
