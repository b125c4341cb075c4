package io.auralis.agent.comment;

import io.auralis.agent.comment.Term.Cue;
import io.auralis.agent.comment.Term.Kind;
import java.util.Optional;

/** What the cues about a quality make of it: "bright" alone says nothing, "too bright" asks for less treble. */
final class QualityMeaning {
    private final Term.Quality quality;
    private final Modifiers cues;
    private final Direction toward;
    private final Direction away;
    private final boolean not;

    private QualityMeaning(Term.Quality quality, Modifiers cues) {
        this.quality = quality;
        this.cues = cues;
        this.toward = quality.plenty() ? Direction.MORE : Direction.LESS;
        this.away = toward.opposite();
        this.not = cues.negate();
    }

    /** @return where the ask about the topic points; empty if the words say nothing certain */
    static Optional<Direction> of(Term.Quality quality, Modifiers cues, Comparison comparison) {
        QualityMeaning meaning = new QualityMeaning(quality, cues);
        return switch (comparison) {
            case NONE -> meaning.asked();
            case WITH_ORIGINAL -> meaning.compared();
            case OF_ORIGINAL -> meaning.original();
        };
    }

    private Optional<Direction> asked() {
        if (cues.has(Cue.LITTLE)) {
            return Optional.of(isDefect() && quality.plenty() ? Direction.FINE : toward);
        }
        if (cues.sayTooLittle()) {
            return Optional.of(toward);
        }
        if (cues.hasAny(Cue.ENOUGH, Cue.KEEP)) {
            return Optional.of(Direction.FINE);
        }
        if (cues.hasAny(Cue.LESS, Cue.LOWER) || cues.has(Cue.TOO) || cues.sayTooMuch()) {
            return Optional.of(not ? Direction.FINE : away);
        }
        if (gained()) {
            return not ? Optional.empty() : Optional.of(comparative());
        }
        if (cues.has(Cue.WANT)) {
            return Optional.of(not ? away : toward);
        }
        if (not) {
            return negated();
        }
        if (cues.has(Cue.PRAISE)) {
            return praised();
        }
        return bare();
    }

    private boolean gained() {
        return quality.comparative() || cues.has(Cue.MORE);
    }

    private boolean isDefect() {
        return quality.kind() == Kind.DEFECT;
    }

    /** "Warmer" is a wish; "harsher" and "muddier" are what nobody wishes for, unless he says so. */
    private Direction comparative() {
        boolean complaint = isDefect() && quality.plenty() && !cues.has(Cue.WANT);
        return complaint ? away : toward;
    }

    private Optional<Direction> negated() {
        return switch (quality.kind()) {
            case DEFECT -> Optional.of(Direction.FINE);
            case VIRTUE -> Optional.of(toward);
            case TRAIT -> Optional.empty();
        };
    }

    /** "Beautifully harsh" may be meant either way; praise of something else before a defect is no praise of it. */
    private Optional<Direction> praised() {
        if (!isDefect()) {
            return Optional.of(Direction.FINE);
        }
        return cues.endWithPraise() ? Optional.empty() : Optional.of(away);
    }

    private Optional<Direction> bare() {
        return switch (quality.kind()) {
            case DEFECT -> Optional.of(away);
            case VIRTUE -> cues.has(Cue.SOFT) ? Optional.empty() : Optional.of(Direction.FINE);
            case TRAIT -> cues.has(Cue.SOFT) ? Optional.of(away) : Optional.empty();
        };
    }

    private Optional<Direction> compared() {
        // "Not as punchy as the original" is less punchy.
        boolean lost = cues.has(Cue.LESS) || (not && !gained());
        if (lost) {
            return Optional.of(isDefect() || cues.has(Cue.PRAISE) ? Direction.FINE : toward);
        }
        if (cues.has(Cue.TOO)) {
            return Optional.of(away);
        }
        if (gained() && isDefect()) {
            return Optional.of(not ? Direction.FINE : away);
        }
        boolean praised = cues.has(Cue.PRAISE) || (gained() && quality.kind() == Kind.VIRTUE && !not);
        return praised ? Optional.of(Direction.FINE) : Optional.empty();
    }

    private Optional<Direction> original() {
        if (not) {
            return Optional.empty();
        }
        if (cues.has(Cue.LESS)) {
            return isDefect() ? Optional.of(away) : Optional.empty();
        }
        if (gained()) {
            return Optional.of(isDefect() ? Direction.FINE : toward);
        }
        return Optional.empty();
    }
}
