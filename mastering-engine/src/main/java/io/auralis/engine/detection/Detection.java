package io.auralis.engine.detection;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a track was recognised as.
 *
 * @param type the family of the best profile, or UNKNOWN under the threshold
 * @param family the family of the best profile, whatever its confidence
 * @param profile id of the best profile
 * @param confidence its confidence
 * @param threshold the model's
 * @param model the model's version
 * @param scores every profile's score, best first
 * @param runnerUp the best profile of another family, the one that could make another type of it; absent if the model has
 *     one family only
 * @param margin how much more confidence the best profile has than the runner-up; all of it where there is none
 */
public record Detection(
        RecordingType type,
        RecordingType family,
        String profile,
        double confidence,
        double threshold,
        SemanticVersion model,
        List<ProfileScore> scores,
        @Nullable String runnerUp,
        double margin) {
    public Detection {
        scores = List.copyOf(scores);
    }
}
