package io.auralis.agent.sharing;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ratings for tests. */
final class Ratings {
    static final SemanticVersion MODEL = SemanticVersion.parse("1.0.0");
    static final Instant NOVEMBER = Instant.parse("2026-11-25T03:00:00Z");

    private Ratings() {}

    static Map<FingerprintDimension, Double> features(double value) {
        return Arrays.stream(FingerprintDimension.values())
                .collect(Collectors.toMap(Function.identity(), dimension -> value));
    }

    static RatedTrack rating(Instant at, RecordingType type, int stars, RatedTrack.Asked... asks) {
        return new RatedTrack(
                at,
                MODEL,
                type,
                GearClass.NEUTRAL_HEADPHONES,
                HearingClass.NORMAL,
                stars,
                List.of(asks),
                features(0.1));
    }

    static List<RatedTrack> moreBass(int count, Instant at, RecordingType type) {
        List<RatedTrack> ratings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ratings.add(rating(at, type, 4, new RatedTrack.Asked(TasteDimension.BASS, RatedTrack.Direction.MORE)));
        }
        return ratings;
    }
}
