package io.auralis.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does, by asking until it is so. */
final class Await {
    /** Far longer than any step takes, so that only a fault reaches it. */
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private static final Duration BETWEEN = Duration.ofMillis(200);

    private Await() {}

    static void until(String what, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(LONGEST);
        while (!condition.call()) {
            assertThat(Instant.now()).as("waiting until " + what).isBefore(end);
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
