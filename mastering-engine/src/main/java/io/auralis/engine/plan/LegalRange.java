package io.auralis.engine.plan;

import java.util.Locale;

/**
 * Where a parameter may lie.
 *
 * @param low least legal value
 * @param high greatest legal value
 * @param why what the range protects, in words
 */
record LegalRange(double low, double high, String why) {
    /** The contract's range of a base model's tone gains. */
    static final LegalRange TONE = new LegalRange(-12, 12, "the range of the tone equaliser");

    /** A match's curve and the listener's own tone on top of it. */
    static final LegalRange MATCHED_TONE = new LegalRange(-24, 24, "the range of a match");

    static final LegalRange PUNCH = new LegalRange(3, 30, "the range of crest factors of music");

    /** Quieter is inaudible on most gear; louder than -5 LUFS cannot be had without crushing. */
    static final LegalRange LOUDNESS = new LegalRange(-40, -5, "the range of loudness targets");

    static final LegalRange CEILING = new LegalRange(-9, -0.1, "the range of true-peak ceilings");

    static final LegalRange MATCHED_CEILING =
            new LegalRange(-9, ReferenceAim.HIGHEST_CEILING_DBTP, "a match leaves a lossy coding that much room");

    /** Half the energy in the sides is two unrelated channels; beyond it a mono listener loses more than he hears. */
    static LegalRange width(double own) {
        return new LegalRange(0, Math.max(own, 0.5), "more would fall apart in mono");
    }

    double keep(double value) {
        return Math.max(low, Math.min(high, value));
    }

    /** @throws IllegalArgumentException if a value that somebody asks for is not legal */
    void require(String name, double value, String unit) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "%s must be %s to %s %s but is %s",
                    name,
                    Words.number(low),
                    Words.number(high),
                    unit,
                    Words.number(value)));
        }
    }

    /** What to add to the reason: nothing where the value was legal. */
    String words(double value, String unit) {
        if (keep(value) == value) {
            return "";
        }
        return String.format(Locale.ROOT, "; limited to %s %s: %s", Words.number(keep(value)), unit, why)
                .replace(" :", ":");
    }
}
