package io.auralis.agent.sharing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When to try again: after a wait that doubles with each failure, spread at random so that agents do not come in step. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMinutes(1);

    /** 2^10 minutes is most of a day; longer, a report might miss its month. */
    private static final int MOST_DOUBLINGS = 10;

    private final SecureRandom random;

    Backoff(SecureRandom random) {
        this.random = random;
    }

    /**
     * @param failures before this one
     * @param asked the server's own wish, never undercut
     */
    Instant next(int failures, Optional<Duration> asked, Instant now) {
        long ceiling = FIRST.toMillis() << Math.min(failures, MOST_DOUBLINGS);
        Duration drawn = Duration.ofMillis(ceiling / 2 + (long) (random.nextDouble() * ceiling / 2));
        Duration wait = asked.filter(wish -> wish.compareTo(drawn) > 0).orElse(drawn);
        return now.plus(wait);
    }
}
