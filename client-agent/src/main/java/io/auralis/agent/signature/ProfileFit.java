package io.auralis.agent.signature;

import io.auralis.agent.library.PackedFingerprints;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection beside one profile of the model.
 *
 * @param profile the profile's id
 * @param family its family
 * @param confidence mean over the tracks
 * @param best share of the tracks that fit no profile better, 0..1
 * @param recognised share of the tracks that are recognised by it, 0..1
 * @param rules its rules, each beside the collection
 */
public record ProfileFit(
        String profile, RecordingType family, double confidence, double best, double recognised, List<RuleFit> rules) {

    /**
     * A rule beside the collection.
     *
     * @param feature what it looks at
     * @param from lower edge of its range; absent without one
     * @param to upper edge
     * @param mean the collection's, in the feature's unit
     * @param off how far the mean lies outside the range, below it negative; 0 inside
     * @param inside share of the tracks inside the range, 0..1
     */
    public record RuleFit(
            FingerprintDimension feature,
            @Nullable Double from,
            @Nullable Double to,
            double mean,
            double off,
            double inside) {}

    public ProfileFit {
        rules = List.copyOf(rules);
    }

    static List<RuleFit> rules(PackedFingerprints tracks, int[] which, RecordingProfile profile) {
        List<RuleFit> fits = new ArrayList<>();
        for (EvidenceRule rule : profile.rules()) {
            double[] values = DenseCluster.values(tracks, which, rule.feature());
            double mean = Spread.of(rule.feature(), values).mean();
            long inside = java.util.Arrays.stream(values)
                    .filter(value -> off(rule, value) == 0)
                    .count();
            fits.add(new RuleFit(
                    rule.feature(), rule.from(), rule.to(), mean, off(rule, mean), (double) inside / values.length));
        }
        return fits;
    }

    private static double off(EvidenceRule rule, double value) {
        Double from = rule.from();
        Double to = rule.to();
        if (from != null && value < from) {
            return value - from;
        }
        return to != null && value > to ? value - to : 0;
    }
}
