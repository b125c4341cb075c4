package io.auralis.contracts.taste;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The months of which a report is believed.
 *
 * @param earliest the first
 * @param latest the last, not before the first
 */
public record ReportWindow(YearMonth earliest, YearMonth latest) {
    /**
     * An agent sends within a week, so three months cover a long time off the network; each more would let one
     * contributor fill in a month in which he was not there.
     */
    public static final int MONTHS_BACK = 3;

    /** A listener's clock may run ahead: on the last day of a month the next one is believed too. */
    private static final int DAYS_AHEAD = 1;

    public ReportWindow {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("a window of months from " + earliest + " cannot end " + latest);
        }
    }

    /** The window at an instant, {@code monthsBack} months before the current UTC month to the current one. */
    public static ReportWindow at(Instant now, int monthsBack) {
        return new ReportWindow(monthOf(now).minusMonths(monthsBack), monthOf(now.plus(DAYS_AHEAD, ChronoUnit.DAYS)));
    }

    public boolean holds(YearMonth month) {
        return !month.isBefore(earliest) && !month.isAfter(latest);
    }

    private static YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }
}
