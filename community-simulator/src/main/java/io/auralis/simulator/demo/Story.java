package io.auralis.simulator.demo;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells whoever watches what happens. */
final class Story {
    private final PrintWriter to;
    private final Clock clock;
    private final Instant begun;
    private int steps;

    Story(PrintWriter to, Clock clock) {
        this.to = to;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Begins the next step. */
    void step(String title) {
        steps++;
        to.printf(Locale.ROOT, "%n%d. %s  (%.0f s)%n", steps, title, seconds());
        to.flush();
    }

    /** Says one line or several. */
    void say(String text) {
        text.lines().forEach(line -> to.println("   " + line));
        to.flush();
    }

    /** A command as one would type it. */
    void command(String words) {
        to.println("   $ " + words);
        to.flush();
    }

    double seconds() {
        return Duration.between(begun, clock.instant()).toMillis() / 1000.0;
    }
}
