package io.auralis.engine.plan;

import java.util.Objects;

/**
 * One value that somebody asked for in place of the base model's.
 *
 * @param value in the unit of what it is asked of
 * @param words who asks, as it stands in a reason: {@code as asked} or {@code by preset streaming}
 */
public record Wish(double value, String words) {
    public Wish {
        Objects.requireNonNull(words);
    }

    /** What the listener himself says. */
    public static Wish asked(double value) {
        return new Wish(value, "as asked");
    }
}
