package io.auralis.contracts.basemodel;

import io.auralis.contracts.fingerprint.FingerprintDimension;
import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence for a profile: points, scaled by a trapezoid over one feature (design section 4).
 *
 * @param feature what is looked at
 * @param from lower edge of the range with full score, in the feature's unit; absent means no lower edge
 * @param to upper edge of the range with full score; absent means no upper edge
 * @param fadeBelow width over which membership falls linearly from 1 at {@code from} to 0; zero is a hard edge
 * @param fadeAbove the same above {@code to}
 * @param points what full membership adds to the profile's confidence, above 0 and at most 1
 */
public record EvidenceRule(
        FingerprintDimension feature,
        @Nullable Double from,
        @Nullable Double to,
        double fadeBelow,
        double fadeAbove,
        double points) {

    public EvidenceRule {
        if (feature == null) {
            throw new IllegalArgumentException("a rule needs a feature");
        }
        if (from == null && to == null) {
            throw new IllegalArgumentException("a rule on " + feature.key() + " needs an edge");
        }
        if (from != null && to != null && from > to) {
            throw new IllegalArgumentException("a rule on " + feature.key() + " has from " + from + " above to " + to);
        }
        if (!(fadeBelow >= 0) || !(fadeAbove >= 0)) {
            throw new IllegalArgumentException("a rule on " + feature.key() + " has a negative fade");
        }
        if (!(points > 0) || points > 1) {
            throw new IllegalArgumentException("a rule's points must be above 0 and at most 1 but are " + points);
        }
    }

    /** Membership of a value, 0..1. */
    public double membership(double value) {
        if (from != null && value < from) {
            return fadeBelow == 0 ? 0 : Math.max(0, 1 - (from - value) / fadeBelow);
        }
        if (to != null && value > to) {
            return fadeAbove == 0 ? 0 : Math.max(0, 1 - (value - to) / fadeAbove);
        }
        return 1;
    }
}
