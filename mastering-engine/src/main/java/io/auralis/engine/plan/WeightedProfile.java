package io.auralis.engine.plan;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.MasteringParameters;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.ProfileScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A profile and its say in a plan.
 *
 * @param profile the profile
 * @param confidence how well the track fits it
 * @param weight its share; the shares of one plan sum to 1
 */
record WeightedProfile(RecordingProfile profile, double confidence, double weight) {
    /** More than the three nearest would pull every unknown track toward the same middle. */
    private static final int NEAREST = 3;

    /** The best profile alone where the type is known, else the nearest ones by their confidence. */
    static List<WeightedProfile> of(BaseModel model, Detection detection) {
        if (detection.type() != RecordingType.UNKNOWN) {
            return List.of(new WeightedProfile(profile(model, detection.profile()), detection.confidence(), 1));
        }
        List<ProfileScore> near = detection.scores().stream()
                .filter(score -> score.confidence() > 0)
                .limit(NEAREST)
                .toList();
        if (near.isEmpty()) {
            // Nothing fits at all: every profile is as near as the others.
            near = detection.scores();
        }
        double sum = near.stream().mapToDouble(ProfileScore::confidence).sum();
        List<WeightedProfile> weighted = new ArrayList<>();
        for (ProfileScore score : near) {
            double weight = sum > 0 ? score.confidence() / sum : 1.0 / near.size();
            weighted.add(new WeightedProfile(profile(model, score.profile()), score.confidence(), weight));
        }
        return weighted;
    }

    private static RecordingProfile profile(BaseModel model, String id) {
        return model.profile(id)
                .orElseThrow(() -> new IllegalArgumentException("base model " + model.version() + " has no profile "
                        + id + ": the detection is by another model"));
    }

    static double mean(List<WeightedProfile> profiles, ToDoubleFunction<MasteringParameters> parameter) {
        return profiles.stream()
                .mapToDouble(one ->
                        one.weight() * parameter.applyAsDouble(one.profile().parameters()))
                .sum();
    }

    /** In words, where the base values come from. */
    static String words(List<WeightedProfile> profiles, Detection detection) {
        if (detection.type() != RecordingType.UNKNOWN) {
            return String.format(
                    Locale.ROOT,
                    "%s of base model %s (confidence %.2f)",
                    detection.profile(),
                    detection.model(),
                    detection.confidence());
        }
        String shares = profiles.stream()
                .map(one ->
                        String.format(Locale.ROOT, "%s %.0f %%", one.profile().id(), one.weight() * 100))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "unknown type, between the nearest profiles of base model %s by their confidence (%s)",
                detection.model(),
                shares);
    }
}
