package io.auralis.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/**
 * That PostgreSQL ends with exactly what was acknowledged. The aggregator's status says when nothing is on its way any
 * more; since a figure of it may be a moment old, equality is waited for a while, and must still hold after that.
 */
final class ExactCounts {
    private static final Duration COUNTED_WITHIN = Duration.ofMinutes(10);
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN = Duration.ofMillis(300);
    private static final int SHOWN = 20;

    private final Callable<JsonNode> status;
    private final Callable<Connection> database;

    ExactCounts(Callable<JsonNode> status, Callable<Connection> database) {
        this.status = status;
        this.database = database;
    }

    void assertEqual(Map<String, Long> expected) throws Exception {
        awaitQuiet();
        Instant end = Instant.now().plus(WRITTEN_WITHIN);
        while (!differences(expected).isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        awaitQuiet();
        assertThat(differences(expected))
                .as("counts in PostgreSQL that are not the oracle's")
                .isEmpty();
    }

    private void awaitQuiet() throws Exception {
        Instant end = Instant.now().plus(COUNTED_WITHIN);
        while (!isQuiet()) {
            assertThat(Instant.now()).as("waiting until everything is counted").isBefore(end);
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private boolean isQuiet() throws Exception {
        JsonNode now = status.call();
        return now.path("lag").asLong(-1) == 0 && now.path("sinkLag").asLong(-1) == 0;
    }

    private List<String> differences(Map<String, Long> expected) throws Exception {
        try (Connection connection = database.call()) {
            Map<String, Long> actual = CohortTable.counts(connection);
            TreeSet<String> all = new TreeSet<>(expected.keySet());
            all.addAll(actual.keySet());
            return all.stream()
                    .filter(count -> !actual.getOrDefault(count, 0L).equals(expected.getOrDefault(count, 0L)))
                    .limit(SHOWN)
                    .map(count -> count + " is " + actual.getOrDefault(count, 0L) + ", not "
                            + expected.getOrDefault(count, 0L))
                    .toList();
        }
    }
}
