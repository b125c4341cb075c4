package io.auralis.ingest.redemption;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Spends together what many requests spend at once: one statement and one sync of the disk for all that came while the
 * last was under way. A full queue refuses instead of growing.
 */
final class Till implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Till.class);

    /** Spends in one transaction: as many as the largest batch of reports, so that waiting behind one takes milliseconds. */
    private static final int MOST_TOGETHER = 500;

    /** Requests that wait; each has a thread or a batch of its own, and there are 256 threads. */
    private static final int MOST_WAITING = 1024;

    /** While one transaction syncs the next is under way. */
    private static final int TELLERS = 2;

    private record Waiting(List<Spend> spends, CompletableFuture<Optional<List<Boolean>>> answer) {}

    private final BlockingQueue<Waiting> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final SpentTokens spent;
    private final Schema schema;
    private final List<Thread> tellers;
    private volatile boolean away;

    Till(SpentTokens spent, Schema schema) {
        this.spent = spent;
        this.schema = schema;
        this.tellers = Stream.generate(() -> new Thread(this::serve, "spent-tokens"))
                .limit(TELLERS)
                .toList();
    }

    void start() {
        tellers.forEach(teller -> {
            teller.setDaemon(true);
            teller.start();
        });
    }

    /**
     * @return completes with whether each token belongs to its report, in order; with nothing while the database is away or
     *     too many wait
     */
    CompletableFuture<Optional<List<Boolean>>> spend(List<Spend> spends) {
        CompletableFuture<Optional<List<Boolean>>> answer = new CompletableFuture<>();
        if (!waiting.offer(new Waiting(spends, answer))) {
            answer.complete(Optional.empty());
        }
        return answer;
    }

    private void serve() {
        try {
            while (true) {
                List<Waiting> together = new ArrayList<>();
                int spends = 0;
                for (Waiting next = waiting.take();
                        next != null;
                        next = spends < MOST_TOGETHER ? waiting.poll() : null) {
                    together.add(next);
                    spends += next.spends().size();
                }
                settle(together);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(List<Waiting> together) {
        try {
            schema.bringUpToDate();
            List<Boolean> paid = spent.claim(
                    together.stream().flatMap(one -> one.spends().stream()).toList());
            if (away) {
                away = false;
                LOG.info("database available");
            }
            int from = 0;
            for (Waiting one : together) {
                int to = from + one.spends().size();
                one.answer().complete(Optional.of(paid.subList(from, to)));
                from = to;
            }
        } catch (SQLException | FlywayException e) {
            if (!away) {
                away = true;
                LOG.warnf("database unavailable error=%s", e.getClass().getName());
            }
            together.forEach(one -> one.answer().complete(Optional.empty()));
        } catch (RuntimeException e) {
            LOG.errorf("spending failed error=%s", e.getClass().getName());
            together.forEach(one -> one.answer().complete(Optional.empty()));
        }
    }

    @Override
    public void close() {
        tellers.forEach(Thread::interrupt);
    }
}
