package io.auralis.agent.personal;

import io.auralis.agent.feedback.Audition;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;

/**
 * What to play to a listener: two masterings of a passage that differ in one personal part.
 *
 * @param gear the gear in use
 * @param hearing the hearing stated
 * @param type the track's recording type
 * @param profile id of the recording profile that the track matched best
 * @param dimension in what they differ
 * @param lower the lower personal part, in the dimension's unit and on its grid
 * @param higher the higher one; at least a noticeable difference above
 * @param reason why this is asked, in words
 */
public record AuditionQuestion(
        GearClass gear,
        HearingClass hearing,
        RecordingType type,
        String profile,
        TasteDimension dimension,
        double lower,
        double higher,
        String reason) {
    public AuditionQuestion {
        if (!(lower < higher) || lower < -dimension.limit() || higher > dimension.limit()) {
            throw new IllegalArgumentException(
                    "an audition's settings are different, the lower first, within the limit");
        }
    }

    /**
     * This question with its answer.
     *
     * @param number counts on with the ratings' numbers
     * @param at when it was answered
     * @param played what was really played
     */
    public Audition answered(long number, Instant at, AuditionedTrack played, Audition.Preferred preferred) {
        return new Audition(
                number,
                at,
                played.track(),
                played.sourceSha256(),
                played.baseModel(),
                gear,
                hearing,
                type,
                profile,
                dimension,
                played.lower(),
                played.higher(),
                preferred);
    }
}
