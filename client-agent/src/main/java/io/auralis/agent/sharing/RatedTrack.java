package io.auralis.agent.sharing;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One rating with what it judged, as far as a report needs it: no title, no path, no comment can get into a report
 * because none gets here.
 *
 * @param at when it was rated
 * @param baseModel the model that had mastered it
 * @param rating 1..5
 * @param asks what its comment asked for
 * @param features of the source, at least those that a report bins
 */
public record RatedTrack(
        Instant at,
        SemanticVersion baseModel,
        RecordingType type,
        GearClass gear,
        HearingClass hearing,
        int rating,
        List<Asked> asks,
        Map<FingerprintDimension, Double> features) {
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
        features = Map.copyOf(features);
        for (FeatureBins bins : FeatureBins.values()) {
            if (!features.containsKey(bins.feature())) {
                throw new IllegalArgumentException(
                        "a rated track lacks " + bins.feature().key());
            }
        }
    }
}
