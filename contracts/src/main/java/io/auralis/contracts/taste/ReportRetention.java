package io.auralis.contracts.taste;

import java.time.Duration;
import java.util.Map;

/**
 * How long raw reports are kept, which whoever creates {@link Topics#TASTE_REPORTS} and whoever reads it must agree on.
 * Three bounds, each within the next:
 *
 * <ul>
 *   <li>a record stays as it was written for {@value #REPLAYABLE_DAYS} days, so that a replay up to an offset of that time
 *       meets exactly what was met then;
 *   <li>one that was replaced or withdrawn is gone after {@value #REPLACED_DAYS} days, and the cleaner's run;
 *   <li>a report counts in its month and {@value #MONTHS} more; then the aggregator writes a tombstone for it. Where no
 *       aggregator runs, the broker itself deletes what is older than {@value #DELETED_DAYS} days.
 * </ul>
 */
public final class ReportRetention {
    /** A year, so that a month can be compared with that of a year ago. */
    public static final int MONTHS = 13;

    private static final int REPLAYABLE_DAYS = 6;
    private static final int REPLACED_DAYS = 7;

    /** A month, and {@value #MONTHS} more, are at most 14 times 31 days: nothing is deleted that still counts. */
    private static final int DELETED_DAYS = 14 * 31 + 1;

    private ReportRetention() {}

    /** Settings of the topic by Kafka's names for them. Segments are closed daily, since only closed ones are compacted. */
    public static Map<String, String> topicConfiguration() {
        return Map.of(
                "cleanup.policy", "compact,delete",
                "segment.ms", millis(1),
                "min.compaction.lag.ms", millis(REPLAYABLE_DAYS),
                "max.compaction.lag.ms", millis(REPLACED_DAYS),
                "retention.ms", millis(DELETED_DAYS));
    }

    private static String millis(int days) {
        return String.valueOf(Duration.ofDays(days).toMillis());
    }
}
