package io.auralis.engine.detection;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import java.util.List;

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
 */
public record Detection(
        RecordingType type,
        RecordingType family,
        String profile,
        double confidence,
        double threshold,
        SemanticVersion model,
        List<ProfileScore> scores) {
    public Detection {
        scores = List.copyOf(scores);
    }
}
