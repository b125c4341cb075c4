package io.auralis.agent.sharing;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.List;

/**
 * One rating with what it judged, as far as a report needs it: no title, no path, no comment can get into a report
 * because none gets here.
 *
 * @param at when it was rated
 * @param baseModel the model that had mastered it
 * @param rating 1..5
 * @param asks what its comment asked for
 * @param fingerprint of the source, all 25 dimensions
 */
public record RatedTrack(
        Instant at,
        SemanticVersion baseModel,
        RecordingType type,
        GearClass gear,
        HearingClass hearing,
        int rating,
        List<Asked> asks,
        Fingerprint fingerprint) {
    /** Which way an ask points. */
    public enum Direction {
        MORE,
        FINE,
        LESS
    }

    /** One ask, without its words. */
    public record Asked(TasteDimension dimension, Direction direction) {}

    public RatedTrack {
        if (rating < 1 || rating > 5) {
            throw new IllegalArgumentException("a rating is 1..5 but is " + rating);
        }
        asks = List.copyOf(asks);
    }
}
