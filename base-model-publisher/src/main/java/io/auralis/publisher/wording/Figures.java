package io.auralis.publisher.wording;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a reader wants them: short, decimal, with a sign where they are a change. */
public final class Figures {
    private Figures() {}

    /** {@code 1.5}, {@code -14}: the shortest decimal form of the very number. */
    public static String plain(double value) {
        return BigDecimal.valueOf(value + 0.0).stripTrailingZeros().toPlainString();
    }

    /** {@code +0.3}, {@code -0.05}. */
    public static String signed(double value) {
        return (value > 0 ? "+" : "") + plain(value);
    }

    /** Rounded half up to so many decimals, with a sign. */
    public static String signed(double value, int decimals) {
        return signed(BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue());
    }

    /** Rounded half up to so many decimals. */
    public static String rounded(double value, int decimals) {
        return plain(BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_UP)
                .doubleValue());
    }

    /** A figure and its unit, or the bare figure where it has none. */
    public static String with(String figure, String unit) {
        return unit.isEmpty() ? figure : figure + " " + unit;
    }

    /** The sum as people count: 0.1 and 0.2 give 0.3, not 0.30000000000000004. */
    public static double sum(double left, double right) {
        return BigDecimal.valueOf(left).add(BigDecimal.valueOf(right)).doubleValue();
    }
}
