package io.auralis.ingest.reception;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads on which requests are read and decided; apart from the framework's, which others may hold up. */
final class Workers implements Executor, AutoCloseable {
    private final ThreadPoolExecutor pool;

    /**
     * @param threads at most
     * @param waiting requests at most; as many as the {@link Gate} lets in, so that none is ever turned away here
     */
    Workers(int threads, int waiting) {
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(waiting),
                task -> new Thread(task, "intake"));
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
