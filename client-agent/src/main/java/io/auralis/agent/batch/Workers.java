package io.auralis.agent.batch;

import io.auralis.agent.home.HomeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Works on several tracks at a time. */
public final class Workers {
    private Workers() {}

    /**
     * Does the same work for each. After a failure none is begun any more, and those at work are waited for.
     *
     * @param jobs how many at a time; memory grows with it, not with the tracks' lengths
     * @return the results, in order
     * @throws RuntimeException the first failure
     */
    public static <T, R> List<R> each(List<T> things, int jobs, Function<T, R> work) {
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        List<R> results = new ArrayList<>();
        try {
            List<Future<?>> running = new ArrayList<>();
            List<List<R>> each = new ArrayList<>();
            for (T thing : things) {
                List<R> result = new ArrayList<>();
                each.add(result);
                running.add(workers.submit(() -> {
                    try {
                        if (failure.get() == null) {
                            result.add(work.apply(thing));
                        }
                    } catch (RuntimeException e) {
                        failure.compareAndSet(null, e);
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
            each.forEach(results::addAll);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HomeException("The batch was interrupted; the same command takes it up again.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return results;
    }
}
