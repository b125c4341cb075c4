package io.auralis.engine.plan;

import java.util.Locale;

/** Numbers as people read them: no more decimals than mean something. */
final class Words {
    private Words() {}

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    static String signed(double value) {
        return (value > 0 ? "+" : "") + number(value);
    }
}
