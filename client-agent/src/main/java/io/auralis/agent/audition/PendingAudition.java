package io.auralis.agent.audition;

import io.auralis.agent.feedback.Audition;
import io.auralis.agent.personal.AuditionQuestion;
import io.auralis.agent.personal.AuditionedTrack;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Two masterings that wait for an answer. What they differ in stays in this record until then.
 *
 * @param schema always {@value #SCHEMA}
 * @param at when they were made, UTC
 * @param question what is asked
 * @param played what they are
 * @param higherIsA whether A is the one with the higher setting
 * @param startSeconds where in the track the passage is
 * @param seconds how long it is
 */
public record PendingAudition(
        String schema,
        Instant at,
        AuditionQuestion question,
        AuditionedTrack played,
        boolean higherIsA,
        double startSeconds,
        double seconds) {
    static final String SCHEMA = "pending-audition/1";

    public PendingAudition {
        Stream.of(schema, at, question, played).forEach(Objects::requireNonNull);
    }

    /** The setting of one of them, in the dimension's unit. */
    public double setting(Answer side) {
        return (side == Answer.A) == higherIsA ? played.higher() : played.lower();
    }

    /** What an answer says of the settings. */
    Audition.Preferred preferred(Answer answer) {
        return switch (answer) {
            case A -> higherIsA ? Audition.Preferred.HIGHER : Audition.Preferred.LOWER;
            case B -> higherIsA ? Audition.Preferred.LOWER : Audition.Preferred.HIGHER;
            case NONE -> Audition.Preferred.NO_DIFFERENCE;
        };
    }

    /** As if it had been answered: what is chosen among answered auditions can be chosen among those that wait. */
    Audition asAnswered() {
        return question.answered(0, at, played, Audition.Preferred.NO_DIFFERENCE);
    }
}
