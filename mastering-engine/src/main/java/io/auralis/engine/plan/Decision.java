package io.auralis.engine.plan;

import org.jspecify.annotations.Nullable;

/** One parameter on its way from the base model's value to what is applied; each step adds its words to the reason. */
final class Decision {
    private static final double DECIMALS = 1e4;

    private final String name;
    private final String unit;
    private final LegalRange range;
    private final double base;
    private final StringBuilder reason;
    private double personal;
    private double wanted;

    /** @param source in words, where the base value comes from */
    Decision(String name, String unit, LegalRange range, double base, String source) {
        this.name = name;
        this.unit = unit;
        this.range = range;
        this.base = rounded(base);
        this.wanted = this.base;
        this.reason = new StringBuilder(source);
    }

    /** The value that was asked for: neither the base model nor the taste has a say. */
    PlannedParameter wished(Wish wish) {
        double value = rounded(range.keep(wish.value()));
        reason.append("; ")
                .append(Words.number(wish.value()))
                .append(' ')
                .append(unit)
                .append(' ')
                .append(wish.words())
                .append(range.words(wish.value(), unit));
        return new PlannedParameter(name, value, 0, value, unit, reason.toString());
    }

    /** Adds the listener's part, if he has one. */
    Decision with(@Nullable PersonalPart part) {
        if (part != null && part.delta() != 0) {
            personal = part.delta();
            wanted += personal;
            reason.append("; your taste ")
                    .append(Words.signed(personal))
                    .append(": ")
                    .append(part.reason());
        }
        return this;
    }

    /**
     * Goes as much of the way from the track as it is as is asked.
     *
     * @param own where the track itself stands
     */
    PlannedParameter by(Wishes wishes, Aspect aspect, double own) {
        Wish amount = wishes.amounts().get(aspect);
        if (amount == null || amount.value() == 1) {
            return made();
        }
        if (amount.value() == 0) {
            reason.append("; the track's own is kept, ").append(amount.words());
            return new PlannedParameter(name, base, personal, own, unit, reason.toString());
        }
        if (Double.isFinite(own)) {
            wanted = own + amount.value() * (wanted - own);
            reason.append("; ")
                    .append(Words.number(amount.value() * 100))
                    .append(" % of the way, ")
                    .append(amount.words());
        }
        return made();
    }

    PlannedParameter made() {
        reason.append(range.words(wanted, unit));
        return new PlannedParameter(name, base, personal, rounded(range.keep(wanted)), unit, reason.toString());
    }

    /** Far finer than is heard, and without the digits of a sum of doubles. Infinity (a silent track's level) is kept. */
    static double rounded(double value) {
        return Double.isInfinite(value) ? value : Math.rint(value * DECIMALS) / DECIMALS;
    }
}
