package io.auralis.agent.audition;

import java.util.Locale;

/** What a listener says of two masterings. */
public enum Answer {
    A,
    B,
    /** No difference, or equally good. */
    NONE;

    /** @throws IllegalArgumentException if it is none of them */
    public static Answer parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "a" -> A;
            case "b" -> B;
            case "none", "n", "no difference", "no-difference" -> NONE;
            default ->
                throw new IllegalArgumentException("An answer is a, b or none, but this is \"" + text.strip() + "\".");
        };
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
