package io.auralis.aggregator.statistics;

import java.time.YearMonth;

/** A month {@code YYYY-MM} as a number of months, the form in which stored voices hold it. */
final class MonthNumber {
    private static final int MONTHS_OF_YEAR = 12;

    private MonthNumber() {}

    /** @throws java.time.format.DateTimeParseException if it is no month */
    static int of(String month) {
        YearMonth parsed = YearMonth.parse(month);
        return parsed.getYear() * MONTHS_OF_YEAR + parsed.getMonthValue() - 1;
    }

    static String text(int number) {
        return YearMonth.of(Math.floorDiv(number, MONTHS_OF_YEAR), Math.floorMod(number, MONTHS_OF_YEAR) + 1)
                .toString();
    }
}
