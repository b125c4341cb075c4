package io.auralis.agent.cli;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.decoding.ContainedDecoder;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does on a second core what a mastering will need, while the first one reads the command line: the decoder's process, which
 * takes longest, and the base model that comes with the program. Whoever needs them finds them done, or waits for less.
 */
final class HeadStart {
    private static final AtomicReference<@Nullable FutureTask<ContainedDecoder>> DECODER = new AtomicReference<>();

    private HeadStart() {}

    static void forMastering() {
        FutureTask<ContainedDecoder> decoder = new FutureTask<>(ContainedDecoder::new);
        DECODER.set(decoder);
        start(decoder);
        start(BuiltInModels::newest);
    }

    /** The decoder that was started ahead, for the first who asks, or else a new one. */
    static ContainedDecoder decoder() {
        FutureTask<ContainedDecoder> ahead = DECODER.getAndSet(null);
        if (ahead != null) {
            try {
                return ahead.get();
            } catch (ExecutionException e) {
                // What failed ahead fails again, and is reported then.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return new ContainedDecoder();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "head-start");
        thread.setDaemon(true);
        // What fails here fails again where it is needed, and is reported there.
        thread.setUncaughtExceptionHandler((failed, failure) -> {});
        thread.start();
    }
}
