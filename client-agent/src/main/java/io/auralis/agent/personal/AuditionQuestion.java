package io.auralis.agent.personal;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;

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
}
