package io.auralis.agent.comment;

import io.auralis.agent.comment.Term.Cue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The cues read since the last thing they could belong to. */
final class Modifiers {
    private final Set<Cue> cues = EnumSet.noneOf(Cue.class);
    private final List<Item> items = new ArrayList<>();

    void add(Item item, Cue cue) {
        cues.add(cue);
        items.add(item);
    }

    /** "not" and "enough", apart, are "not enough". */
    void addEnough(Item item) {
        boolean not = cues.remove(Cue.NOT) || cues.remove(Cue.NO);
        add(item, not ? Cue.NOT_ENOUGH : Cue.ENOUGH);
    }

    boolean has(Cue cue) {
        return cues.contains(cue);
    }

    boolean hasAny(Cue first, Cue... others) {
        return cues.contains(first) || Arrays.stream(others).anyMatch(cues::contains);
    }

    /** Whether there are any, and no others than these. */
    boolean areOnly(Cue first, Cue... others) {
        return !cues.isEmpty() && EnumSet.of(first, others).containsAll(cues);
    }

    boolean isEmpty() {
        return cues.isEmpty();
    }

    boolean negate() {
        return hasAny(Cue.NOT, Cue.NO);
    }

    boolean sayTooLittle() {
        return hasAny(Cue.NOT_ENOUGH, Cue.TOO_LITTLE, Cue.LITTLE);
    }

    boolean sayTooMuch() {
        return hasAny(Cue.TOO_MUCH, Cue.A_BIT_TOO_MUCH, Cue.TOO_AFTER);
    }

    /** Whether praise is the last that was said. */
    boolean endWithPraise() {
        return !items.isEmpty() && items.get(items.size() - 1).is(Cue.PRAISE);
    }

    /** Whether they say as much of a quality after "and": "lacks body and sounds cold" does not lack cold. */
    boolean carryTo(Term.Quality quality) {
        boolean ofDefect = quality.kind() == Term.Kind.DEFECT && hasAny(Cue.PRAISE, Cue.BLAME, Cue.KEEP, Cue.ENOUGH);
        return !sayTooLittle() && !ofDefect;
    }

    /** Whether they say what should become of a thing, so that a noun with them is not left waiting. */
    boolean sayWhatToDo() {
        return hasAny(
                Cue.MORE,
                Cue.LESS,
                Cue.TOO_MUCH,
                Cue.A_BIT_TOO_MUCH,
                Cue.TOO_AFTER,
                Cue.NOT_ENOUGH,
                Cue.TOO_LITTLE,
                Cue.LITTLE,
                Cue.ENOUGH,
                Cue.WANT,
                Cue.RAISE,
                Cue.LOWER,
                Cue.KEEP,
                Cue.PRAISE,
                Cue.BLAME,
                Cue.NOT,
                Cue.NO);
    }

    /** Whether they ask for another amount of a thing, as in "the bass could use more body". */
    boolean askForAnotherAmount() {
        return hasAny(Cue.MORE, Cue.WANT, Cue.NOT_ENOUGH, Cue.TOO_LITTLE, Cue.LITTLE, Cue.RAISE, Cue.LESS);
    }

    void use() {
        items.forEach(Item::use);
    }

    void release() {
        items.forEach(Item::release);
    }

    /** The same cues, as they carry over "and". */
    Modifiers copy() {
        Modifiers copy = new Modifiers();
        copy.cues.addAll(cues);
        copy.items.addAll(items);
        return copy;
    }

    /** "too" and "very" go far, "a bit" takes it back: "a bit too bright" is a bit. */
    Intensity intensity() {
        if (hasAny(Cue.SOFT, Cue.A_BIT_TOO_MUCH)) {
            return Intensity.A_BIT;
        }
        // "Not so punchy" is not much.
        boolean strong = has(Cue.STRONG) && !has(Cue.NOT);
        return strong || hasAny(Cue.TOO, Cue.TOO_MUCH, Cue.TOO_AFTER, Cue.TOO_LITTLE)
                ? Intensity.MUCH
                : Intensity.PLAIN;
    }
}
