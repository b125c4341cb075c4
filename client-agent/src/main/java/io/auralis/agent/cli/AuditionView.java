package io.auralis.agent.cli;

import io.auralis.agent.audition.Answer;
import io.auralis.agent.audition.ListeningRoom;
import io.auralis.agent.audition.PendingAudition;
import io.auralis.agent.feedback.Audition;
import io.auralis.agent.personal.Assessment;
import io.auralis.agent.personal.ProfileVersion;
import io.auralis.agent.personal.Words;
import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An audition as {@code audition --json} prints it before it is answered: nothing in it says which is which.
 *
 * @param track the source file's name
 * @param a file of the one
 * @param b file of the other
 * @param startSeconds where in the track the passage is
 * @param seconds how long it is
 */
record AuditionView(String track, String a, String b, double startSeconds, double seconds) {
    static AuditionView of(ListeningRoom room, PendingAudition waiting) {
        return new AuditionView(
                waiting.played().track(),
                room.a().toString(),
                room.b().toString(),
                waiting.startSeconds(),
                waiting.seconds());
    }

    /**
     * What is told once it is answered.
     *
     * @param answer as given
     * @param dimension in what both differed
     * @param a what was added to the base model in the one, in the dimension's unit
     * @param b in the other
     * @param preferred what the answer says
     * @param reason why this was asked
     * @param profileVersion the version after it, empty before the first
     * @param made the version that it brought about, absent if none
     * @param standing where the dimension stands now
     */
    record Told(
            String answer,
            TasteDimension dimension,
            double a,
            double b,
            Audition.Preferred preferred,
            String reason,
            String profileVersion,
            @Nullable String made,
            Assessment standing) {
        static Told of(ListeningRoom.Answered answered) {
            PendingAudition asked = answered.asked();
            return new Told(
                    answered.answer().key(),
                    asked.question().dimension(),
                    asked.setting(Answer.A),
                    asked.setting(Answer.B),
                    answered.became().audition().preferred(),
                    asked.question().reason(),
                    answered.became().profileVersion(),
                    answered.became().made().map(ProfileVersion::reason).orElse(null),
                    answered.became().standing());
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add("They differed in the " + Words.name(dimension) + ": A had " + Words.signed(dimension, a) + ", B "
                    + Words.signed(dimension, b) + " added to the base model.");
            lines.add("Asked because " + reason + ".");
            lines.add("You now seem to want " + Words.signed(dimension, standing.estimate()) + " ("
                    + Words.signed(dimension, standing.low()) + " to " + Words.signed(dimension, standing.high())
                    + ").");
            lines.add(made != null ? "New profile version " + made : "Nothing changes yet: " + standing.reason() + ".");
            return lines;
        }
    }
}
