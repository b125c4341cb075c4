package io.auralis.engine.detection;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.fingerprint.Fingerprint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Recognises recording types by a base model: a profile's confidence is the sum of its rules' points, each scaled by the
 * rule's membership, at most the profile's maximum. The best profile wins, the model's first on equal confidence.
 */
public final class Detector {
    /** Confidences are kept to this many parts, so that sums of decimal points such as 0.35 + 0.2 compare and print as written. */
    private static final double PARTS = 1e6;

    private final BaseModel model;

    public Detector(BaseModel model) {
        this.model = model;
    }

    /** @throws IllegalArgumentException if the fingerprint lacks a dimension that a rule looks at */
    public Detection detect(Fingerprint fingerprint) {
        List<ProfileScore> scores = model.profiles().stream()
                .map(profile -> score(profile, fingerprint))
                // A stable sort: equal confidences stay in the model's order.
                .sorted(Comparator.comparingDouble(ProfileScore::confidence).reversed())
                .toList();
        ProfileScore best = scores.get(0);
        RecordingType family = model.profile(best.profile()).orElseThrow().family();
        RecordingType type = best.confidence() < model.threshold() ? RecordingType.UNKNOWN : family;
        Optional<ProfileScore> runnerUp = scores.stream()
                .filter(score -> model.profile(score.profile()).orElseThrow().family() != family)
                .findFirst();
        double margin =
                best.confidence() - runnerUp.map(ProfileScore::confidence).orElse(0.0);
        return new Detection(
                type,
                family,
                best.profile(),
                best.confidence(),
                model.threshold(),
                model.version(),
                scores,
                runnerUp.map(ProfileScore::profile).orElse(null),
                rounded(margin));
    }

    private ProfileScore score(RecordingProfile profile, Fingerprint fingerprint) {
        List<RuleScore> rules = profile.rules().stream()
                .map(rule -> score(profile, rule, fingerprint))
                .toList();
        double sum = rules.stream()
                .mapToDouble(rule -> rule.points() * rule.membership())
                .sum();
        return new ProfileScore(profile.id(), rounded(Math.min(sum, profile.maxConfidence())), rules);
    }

    private RuleScore score(RecordingProfile profile, EvidenceRule rule, Fingerprint fingerprint) {
        if (!fingerprint.has(rule.feature())) {
            throw new IllegalArgumentException(
                    "the fingerprint has no " + rule.feature().key() + ", which profile " + profile.id()
                            + " of base model " + model.version() + " looks at");
        }
        double value = fingerprint.value(rule.feature());
        return new RuleScore(rule.feature(), value, rule.points(), rule.membership(value));
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * PARTS) / PARTS;
    }
}
