package io.auralis.agent.comment;

import io.auralis.agent.comment.Term.Cue;
import io.auralis.agent.comment.Term.Sense;
import java.util.Optional;

/** What the cues about a noun say of it. */
final class NounMeaning {
    private NounMeaning() {}

    /** @return where the ask about the noun's topic points; empty if the cues say nothing certain */
    static Optional<Direction> of(Term.Noun noun, Modifiers cues, Comparison comparison) {
        boolean defect = noun.sense() == Sense.DEFECT;
        return switch (comparison) {
            case NONE -> asked(noun, cues);
            case WITH_ORIGINAL -> compared(defect, cues);
            case OF_ORIGINAL -> original(defect, cues);
        };
    }

    private static Optional<Direction> asked(Term.Noun noun, Modifiers cues) {
        boolean defect = noun.sense() == Sense.DEFECT;
        boolean not = cues.negate();
        if (cues.sayTooLittle() && defect && noun.topic() != Topic.COMPRESSION) {
            // "The boom is gone": nobody misses it.
            return Optional.of(Direction.FINE);
        }
        if (cues.sayTooLittle()) {
            // "not enough" holds its own "not"; a second one turns it: "not lacking bass".
            return Optional.of(not ? Direction.FINE : Direction.MORE);
        }
        if (cues.hasAny(Cue.KEEP, Cue.ENOUGH)) {
            return Optional.of(Direction.FINE);
        }
        if (cues.sayTooMuch() || cues.hasAny(Cue.LESS, Cue.LOWER) || (cues.has(Cue.TOO) && !cues.has(Cue.MORE))) {
            return Optional.of(not ? Direction.FINE : Direction.LESS);
        }
        if (cues.hasAny(Cue.MORE, Cue.RAISE)) {
            boolean complaint = defect && !cues.hasAny(Cue.WANT, Cue.RAISE);
            return Optional.of(not ? Direction.FINE : complaint ? Direction.LESS : Direction.MORE);
        }
        if (cues.has(Cue.BLAME) || (cues.has(Cue.PRAISE) && not)) {
            // That something is bad does not say which way would be better.
            return defect && !not ? Optional.of(Direction.LESS) : Optional.empty();
        }
        if (cues.has(Cue.PRAISE)) {
            return defect ? Optional.empty() : Optional.of(Direction.FINE);
        }
        if (cues.has(Cue.WANT)) {
            return not ? Optional.of(Direction.FINE) : Optional.of(Direction.MORE);
        }
        if (defect && not) {
            return Optional.of(Direction.FINE);
        }
        return cues.has(Cue.NO) ? Optional.of(Direction.MORE) : Optional.empty();
    }

    /** "Less bass than before" is a loss; "more bass than before" may please or not. */
    private static Optional<Direction> compared(boolean defect, Modifiers cues) {
        if (cues.sayTooLittle()) {
            return Optional.of(Direction.MORE);
        }
        if (cues.sayTooMuch()) {
            return Optional.of(Direction.LESS);
        }
        // "Not as much bass as before" is less.
        boolean asMuch = cues.negate() && !cues.hasAny(Cue.MORE, Cue.PRAISE, Cue.LESS);
        if (asMuch || cues.hasAny(Cue.LESS, Cue.LOWER)) {
            return Optional.of(defect || cues.has(Cue.PRAISE) ? Direction.FINE : Direction.MORE);
        }
        if (cues.has(Cue.MORE) && defect) {
            return Optional.of(cues.negate() ? Direction.FINE : Direction.LESS);
        }
        return cues.has(Cue.PRAISE) && !cues.negate() ? Optional.of(Direction.FINE) : Optional.empty();
    }

    /** "The original had more bass" is the same loss. */
    private static Optional<Direction> original(boolean defect, Modifiers cues) {
        if (cues.negate()) {
            return Optional.empty();
        }
        if (cues.has(Cue.MORE)) {
            return Optional.of(defect ? Direction.FINE : Direction.MORE);
        }
        return defect && cues.has(Cue.LESS) ? Optional.of(Direction.LESS) : Optional.empty();
    }
}
