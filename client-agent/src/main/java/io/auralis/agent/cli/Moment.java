package io.auralis.agent.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A moment as people read it: to the second, in UTC, as everywhere else in the program's words. */
final class Moment {
    private Moment() {}

    /** @param at ISO-8601, as it is stored; "never" where there is none */
    static String text(@Nullable String at) {
        return at == null
                ? "never"
                : Instant.parse(at).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
