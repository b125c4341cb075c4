package io.auralis.aggregator.topology;

import java.time.YearMonth;
import java.time.ZoneOffset;

/** Months of instants, each worked out once as long as it lasts. Belongs to one thread. */
final class MonthOf {
    private long fromMillis;
    private long toMillis;
    private String month = "";

    private long earliestFor = -1;
    private String earliest = "";

    /** {@code YYYY-MM}, UTC. */
    String millis(long millis) {
        if (millis < fromMillis || millis >= toMillis) {
            YearMonth found = Retention.month(millis);
            fromMillis = start(found);
            toMillis = start(found.plusMonths(1));
            month = found.toString();
        }
        return month;
    }

    /** {@link Retention#earliestMonth}, looked at once a second. */
    String earliest(Retention retention, long wallMillis, long streamMillis) {
        long second = Math.min(wallMillis, streamMillis) / 1_000;
        if (second != earliestFor) {
            earliestFor = second;
            earliest = retention.earliestMonth(wallMillis, streamMillis);
        }
        return earliest;
    }

    private static long start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
