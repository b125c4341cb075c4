package io.auralis.simulator.listener;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.FolderTree;
import io.auralis.agent.sharing.SendSummary;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Many listeners, one month each, on all cores. Everything about listener n follows from the seed and n, his report's
 * secret too: a run can be repeated exactly, and repeating it against the same community adds nobody.
 *
 * @param population what is true of them
 * @param type what they listen to
 * @param month when
 * @param seed of all that is random
 * @param tracks each rates
 */
public record Crowd(Population population, RecordingType type, YearMonth month, long seed, int tracks) {
    /** A local server answers in milliseconds; a remote one that needs half a minute is not there. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

    public Crowd {
        if (tracks < TasteReport.MIN_RATINGS || tracks > 1_000) {
            throw new IllegalArgumentException("tracks must be 5 to 1000 but are " + tracks);
        }
    }

    /**
     * Runs the listeners.
     *
     * @param folder where their homes are while they live; what is put there is removed again
     * @param clock tells how much of the month has passed
     * @param done told after each listener how many are done
     * @return in the order of their numbers
     */
    public List<ListenerOutcome> run(int listeners, ServerAddress server, Path folder, Clock clock, IntConsumer done) {
        ListenerMonth.Month span = span(clock.instant());
        Exchange exchange = new Exchange(ANSWER_WITHIN);
        ExecutorService workers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        AtomicInteger finished = new AtomicInteger();
        try {
            List<Future<ListenerOutcome>> running = new ArrayList<>();
            for (int number = 0; number < listeners; number++) {
                int each = number;
                running.add(workers.submit(() -> {
                    ListenerOutcome outcome = one(each, span, server, exchange, folder);
                    done.accept(finished.incrementAndGet());
                    return outcome;
                }));
            }
            List<ListenerOutcome> outcomes = new ArrayList<>();
            for (Future<ListenerOutcome> one : running) outcomes.add(one.get());
            return outcomes;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException("a listener failed", failed);
        } catch (InterruptedException interrupted) {
            // Not marked again: who catches this has still to wait for the workers.
            throw new CancellationException("Stopped before all listeners were done.");
        } finally {
            end(workers);
        }
    }

    /** Waits for who is still at it: he would go on writing into a home that is being deleted. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        boolean interrupted = false;
        try {
            while (!workers.isTerminated()) {
                try {
                    if (!workers.awaitTermination(ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS))
                        throw new IllegalStateException("a listener does not stop");
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private ListenerOutcome one(
            int number, ListenerMonth.Month span, ServerAddress server, Exchange exchange, Path folder)
            throws IOException {
        // Each number's own stream, whichever thread runs it.
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        SyntheticListener listener = population.draw(random);
        Path root = folder.resolve("listener-" + number);
        try {
            ListenerMonth life = new ListenerMonth(listener, span, new AuralisHome(root), random);
            life.listen();
            List<TasteReport> reports = life.reports();
            SendSummary sent = life.send(reports, server, exchange, secrets(number));
            return outcome(listener, reports, sent);
        } finally {
            FolderTree.delete(root);
        }
    }

    private static ListenerOutcome outcome(SyntheticListener listener, List<TasteReport> reports, SendSummary sent) {
        Map<TasteDimension, Double> learned = new EnumMap<>(TasteDimension.class);
        for (TasteReport report : reports)
            report.dimensions()
                    .forEach((dimension, tally) -> learned.put(dimension, dimension.fromSteps(tally.deltaSteps())));
        String problem = sent.refused().isEmpty()
                ? sent.waiting().isEmpty() ? "" : sent.waiting().get(0).reason()
                : sent.refused().get(0).reason();
        return new ListenerOutcome(
                listener.gear(),
                listener.hearing(),
                listener.wishes(),
                learned,
                sent.accepted().size(),
                sent.refused().size(),
                sent.waiting().size(),
                problem);
    }

    /** The whole month, or what has passed of the current one: nobody rates in the future. */
    private ListenerMonth.Month span(Instant now) {
        Instant from = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant end = month.plusMonths(1)
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusSeconds(1);
        return new ListenerMonth.Month(type, from, now.isAfter(from) && now.isBefore(end) ? now : end, tracks);
    }

    /** Reproducible on purpose: nobody's report hangs on a synthetic listener's secret. */
    private SecureRandom secrets(int number) {
        try {
            SecureRandom reproducible = SecureRandom.getInstance("SHA1PRNG");
            reproducible.setSeed(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                    .putLong(seed)
                    .putInt(number)
                    .array());
            return reproducible;
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java lacks SHA1PRNG", missing);
        }
    }
}
