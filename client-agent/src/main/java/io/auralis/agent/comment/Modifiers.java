package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The cues read since the last thing they could belong to. */
final class Modifiers {
    private final Set<Term.Cue> cues = EnumSet.noneOf(Term.Cue.class);
    private final List<Item> items = new ArrayList<>();

    void add(Item item, Term.Cue cue) {
        cues.add(cue);
        items.add(item);
    }

    boolean has(Term.Cue cue) {
        return cues.contains(cue);
    }

    boolean hasAny(Term.Cue first, Term.Cue... others) {
        return cues.contains(first) || java.util.Arrays.stream(others).anyMatch(cues::contains);
    }

    boolean isEmpty() {
        return cues.isEmpty();
    }

    /** Whether they say what should become of a thing, so that a noun with them is not left waiting. */
    boolean sayWhatToDo() {
        return hasAny(
                Term.Cue.MORE,
                Term.Cue.LESS,
                Term.Cue.TOO_MUCH,
                Term.Cue.A_BIT_TOO_MUCH,
                Term.Cue.NOT_ENOUGH,
                Term.Cue.ENOUGH,
                Term.Cue.WANT,
                Term.Cue.RAISE,
                Term.Cue.LOWER,
                Term.Cue.KEEP,
                Term.Cue.PRAISE,
                Term.Cue.BLAME,
                Term.Cue.NOT);
    }

    /** Whether they ask for another amount of a thing, as in "the bass could use more body". */
    boolean askForAnotherAmount() {
        return hasAny(Term.Cue.MORE, Term.Cue.WANT, Term.Cue.NOT_ENOUGH, Term.Cue.RAISE, Term.Cue.LESS);
    }

    void use() {
        items.forEach(Item::use);
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
        if (hasAny(Term.Cue.SOFT, Term.Cue.A_BIT_TOO_MUCH)) {
            return Intensity.A_BIT;
        }
        return hasAny(Term.Cue.STRONG, Term.Cue.TOO, Term.Cue.TOO_MUCH) ? Intensity.MUCH : Intensity.PLAIN;
    }
}
