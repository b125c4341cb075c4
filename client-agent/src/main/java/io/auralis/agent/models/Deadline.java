package io.auralis.agent.models;

import java.time.Duration;

/** Bounds an update as a whole: a server that is just quick enough with each of a thousand files must not hold it up. */
final class Deadline {
    private final long endNanos;
    private final Duration length;

    private Deadline(Duration length) {
        this.length = length;
        this.endNanos = System.nanoTime() + length.toNanos();
    }

    static Deadline in(Duration length) {
        return new Deadline(length);
    }

    /** @throws RepositoryException once the time is over */
    void check() {
        if (System.nanoTime() - endNanos > 0) {
            throw new RepositoryException(
                    "The repository took more than " + length.toSeconds() + " seconds in all; try again later.");
        }
    }
}
