package io.auralis.agent.comment;

import io.auralis.agent.comment.Term.Cue;
import java.util.Optional;

/** What the cues about a noun say of it. */
final class NounMeaning {
    private NounMeaning() {}

    /** @return where the ask points; empty if the cues say nothing certain */
    static Optional<Direction> of(Term.Noun noun, Modifiers cues, boolean comparesWithOriginal, boolean wants) {
        Optional<Direction> direction = comparesWithOriginal && !wants ? compared(noun, cues) : asked(noun, cues);
        return noun.opposite() ? direction.map(Direction::opposite) : direction;
    }

    private static Optional<Direction> asked(Term.Noun noun, Modifiers cues) {
        boolean not = cues.has(Cue.NOT);
        if (cues.has(Cue.NOT_ENOUGH)) {
            // "not enough" holds its own "not"; a second one turns it: "not lacking bass".
            return Optional.of(Direction.MORE);
        }
        if (cues.hasAny(Cue.KEEP, Cue.ENOUGH)) {
            return Optional.of(Direction.FINE);
        }
        if (cues.hasAny(Cue.TOO_MUCH, Cue.A_BIT_TOO_MUCH, Cue.LESS, Cue.LOWER)) {
            return Optional.of(not ? Direction.FINE : Direction.LESS);
        }
        if (cues.hasAny(Cue.MORE, Cue.RAISE)) {
            return Optional.of(not ? Direction.FINE : Direction.MORE);
        }
        if (cues.has(Cue.BLAME) || (cues.has(Cue.PRAISE) && not)) {
            // That something is bad does not say which way would be better.
            return noun.sense() == Term.Sense.DEFECT ? Optional.of(Direction.LESS) : Optional.empty();
        }
        if (cues.has(Cue.PRAISE)) {
            return noun.sense() == Term.Sense.DEFECT ? Optional.empty() : Optional.of(Direction.FINE);
        }
        if (cues.has(Cue.WANT)) {
            return not ? Optional.of(Direction.FINE) : Optional.of(Direction.MORE);
        }
        if (not) {
            return Optional.of(noun.sense() == Term.Sense.DEFECT ? Direction.FINE : Direction.MORE);
        }
        return Optional.empty();
    }

    /** "Less bass than before" is a loss; "more bass than before" may please or not. */
    private static Optional<Direction> compared(Term.Noun noun, Modifiers cues) {
        boolean defect = noun.sense() == Term.Sense.DEFECT;
        if (cues.has(Cue.NOT_ENOUGH)) {
            return Optional.of(Direction.MORE);
        }
        if (cues.hasAny(Cue.LESS, Cue.LOWER)) {
            return Optional.of(defect || cues.has(Cue.PRAISE) ? Direction.FINE : Direction.MORE);
        }
        if (cues.hasAny(Cue.TOO_MUCH, Cue.A_BIT_TOO_MUCH)) {
            return Optional.of(Direction.LESS);
        }
        if (cues.has(Cue.MORE) && defect) {
            return Optional.of(Direction.LESS);
        }
        return cues.has(Cue.PRAISE) ? Optional.of(Direction.FINE) : Optional.empty();
    }
}
