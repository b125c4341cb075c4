package io.auralis.engine.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked of a plan beyond what the base model and the personal layer say.
 *
 * @param amounts per aspect, how much of the way from the track as it is to the plan is gone, 0 to 1; an aspect that is
 *     not here goes all the way, and one at 0 is not touched
 * @param loudnessLufs integrated loudness to bring the track to, instead of the plan's by its amount; LUFS, -40 to -5
 * @param ceilingDbtp true peak to stay under, dBTP, -9 to -0.1
 */
public record Wishes(Map<Aspect, Wish> amounts, Optional<Wish> loudnessLufs, Optional<Wish> ceilingDbtp) {
    /** The plan as it is. */
    public static final Wishes NONE = new Wishes(Map.of(), Optional.empty(), Optional.empty());

    public Wishes {
        amounts.forEach((aspect, amount) -> {
            if (!(amount.value() >= 0 && amount.value() <= 1)) {
                throw new IllegalArgumentException("an amount must be 0 to 1 but is " + amount.value());
            }
        });
        loudnessLufs.ifPresent(wish -> LegalRange.LOUDNESS.require("loudness", wish.value(), "LUFS"));
        ceilingDbtp.ifPresent(wish -> LegalRange.CEILING.require("ceiling", wish.value(), "dBTP"));
        Map<Aspect, Wish> copy = new EnumMap<>(Aspect.class);
        copy.putAll(amounts);
        amounts = Collections.unmodifiableMap(copy);
    }

    /** The same amount of every aspect, as the listener asks. */
    public static Wishes ofAmount(double amount) {
        Wishes wishes = NONE;
        for (Aspect aspect : Aspect.values()) {
            wishes = wishes.withAmount(aspect, Wish.asked(amount));
        }
        return wishes;
    }

    public Wishes withAmount(Aspect aspect, Wish amount) {
        Map<Aspect, Wish> more = new EnumMap<>(Aspect.class);
        more.putAll(amounts);
        more.put(aspect, amount);
        return new Wishes(more, loudnessLufs, ceilingDbtp);
    }

    public Wishes withLoudness(Wish lufs) {
        return new Wishes(amounts, Optional.of(lufs), ceilingDbtp);
    }

    public Wishes withCeiling(Wish dbtp) {
        return new Wishes(amounts, loudnessLufs, Optional.of(dbtp));
    }

    /** How much of the way an aspect goes. */
    public double amount(Aspect aspect) {
        Wish wish = amounts.get(aspect);
        return wish == null ? 1 : wish.value();
    }

    /** The aspects that are to stay as they are. */
    Set<Aspect> untouched() {
        Set<Aspect> untouched = EnumSet.noneOf(Aspect.class);
        Arrays.stream(Aspect.values())
                .filter(aspect -> amount(aspect) == 0)
                .filter(aspect -> aspect != Aspect.LOUDNESS || loudnessLufs.isEmpty())
                .forEach(untouched::add);
        return untouched;
    }
}
