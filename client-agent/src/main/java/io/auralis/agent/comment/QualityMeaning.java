package io.auralis.agent.comment;

import io.auralis.agent.comment.Term.Cue;
import io.auralis.agent.comment.Term.Kind;
import java.util.Optional;

/** What the cues about a quality make of it: "bright" alone says nothing, "too bright" asks for less treble. */
final class QualityMeaning {
    private QualityMeaning() {}

    /** @return where the ask points; empty if the words say nothing certain */
    static Optional<Direction> of(Term.Quality quality, Modifiers cues, boolean comparesWithOriginal, boolean wants) {
        Direction toward = quality.plenty() ? Direction.MORE : Direction.LESS;
        Direction away = toward.opposite();
        boolean not = cues.has(Cue.NOT);
        if (comparesWithOriginal && !wants) {
            return compared(quality, cues, away);
        }
        if (cues.has(Cue.NOT_ENOUGH)) {
            return Optional.of(toward);
        }
        if (cues.hasAny(Cue.ENOUGH, Cue.KEEP)) {
            return Optional.of(Direction.FINE);
        }
        if (cues.hasAny(Cue.LESS, Cue.LOWER)) {
            return Optional.of(not ? Direction.FINE : away);
        }
        if (cues.hasAny(Cue.TOO, Cue.TOO_MUCH, Cue.A_BIT_TOO_MUCH)) {
            return Optional.of(not ? Direction.FINE : away);
        }
        if (quality.comparative() || cues.has(Cue.MORE)) {
            return not ? Optional.empty() : Optional.of(comparative(quality, cues, wants, toward, away));
        }
        if (cues.has(Cue.WANT)) {
            return Optional.of(not ? away : toward);
        }
        if (not) {
            return negated(quality.kind(), toward);
        }
        if (cues.has(Cue.PRAISE)) {
            return Optional.of(Direction.FINE);
        }
        return bare(quality.kind(), cues, away);
    }

    /** "Warmer" is a wish; "harsher" and "muddier" are what nobody wishes for, unless he says so. */
    private static Direction comparative(
            Term.Quality quality, Modifiers cues, boolean wants, Direction toward, Direction away) {
        boolean complaint = quality.kind() == Kind.DEFECT && quality.plenty() && !wants && !cues.has(Cue.WANT);
        return complaint ? away : toward;
    }

    private static Optional<Direction> negated(Kind kind, Direction toward) {
        return switch (kind) {
            case DEFECT -> Optional.of(Direction.FINE);
            case VIRTUE -> Optional.of(toward);
            case TRAIT -> Optional.empty();
        };
    }

    private static Optional<Direction> bare(Kind kind, Modifiers cues, Direction away) {
        return switch (kind) {
            case DEFECT -> Optional.of(away);
            case VIRTUE -> cues.has(Cue.SOFT) ? Optional.empty() : Optional.of(Direction.FINE);
            case TRAIT -> cues.has(Cue.SOFT) ? Optional.of(away) : Optional.empty();
        };
    }

    private static Optional<Direction> compared(Term.Quality quality, Modifiers cues, Direction away) {
        boolean gained = quality.comparative() || cues.has(Cue.MORE);
        if (cues.has(Cue.LESS)) {
            return Optional.of(
                    quality.kind() == Kind.DEFECT || cues.has(Cue.PRAISE) ? Direction.FINE : away.opposite());
        }
        if (cues.has(Cue.TOO)) {
            return Optional.of(away);
        }
        if (gained && quality.kind() == Kind.DEFECT && !cues.has(Cue.NOT)) {
            return Optional.of(away);
        }
        boolean praised = cues.has(Cue.PRAISE) || (gained && quality.kind() == Kind.VIRTUE && !cues.has(Cue.NOT));
        return praised ? Optional.of(Direction.FINE) : Optional.empty();
    }
}
