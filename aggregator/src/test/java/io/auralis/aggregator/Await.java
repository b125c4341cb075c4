package io.auralis.aggregator;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other processes do. */
final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ASK_EVERY = Duration.ofMillis(250);

    private Await() {}

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE);
            }
            LockSupport.parkNanos(ASK_EVERY.toNanos());
        }
    }
}
