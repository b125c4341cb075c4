package io.auralis.aggregator.topology;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * How long a report counts: in its month and a number of months after it.
 *
 * @param months how many, at least 1
 */
public record Retention(int months) {
    public Retention {
        if (months < 1) {
            throw new IllegalArgumentException("reports must count for at least 1 month but would for " + months);
        }
    }

    /**
     * The earliest month that counts.
     *
     * @param wallMillis this machine's clock
     * @param streamMillis newest timestamp among the reports; the earlier of the two decides, so that one machine whose
     *     clock is ahead cannot make the community forget
     */
    String earliestMonth(long wallMillis, long streamMillis) {
        return month(Math.min(wallMillis, streamMillis)).minusMonths(months).toString();
    }

    static YearMonth month(long millis) {
        return YearMonth.from(Instant.ofEpochMilli(Math.max(0, millis)).atZone(ZoneOffset.UTC));
    }
}
