package io.auralis.engine.plan;

import io.auralis.contracts.basemodel.MasteringParameters;
import java.util.List;

/**
 * The base model's part of the width: the track's own, moved toward a profile's target as far as the track is believed to
 * be of that profile, and never past the target.
 *
 * @param value side energy over mid plus side energy
 * @param words what was done, in words
 */
record WidthBase(double value, String words) {
    static WidthBase of(List<WeightedProfile> profiles, double own) {
        if (own <= 0) {
            return new WidthBase(0, "the track has no sides to widen");
        }
        double value = profiles.stream()
                .mapToDouble(one -> one.weight() * one(one, own))
                .sum();
        String words = value > own
                ? "widened from " + Words.number(own)
                : value < own ? "narrowed from " + Words.number(own) : "the track's own width is kept";
        return new WidthBase(value, words);
    }

    private static double one(WeightedProfile weighted, double own) {
        MasteringParameters parameters = weighted.profile().parameters();
        double target = parameters.stereoWidthTarget();
        boolean moves = switch (parameters.stereoStrategy()) {
            case MAINTAIN -> false;
            case NARROW -> own > target;
            case EXPAND -> own < target;
        };
        return moves ? own + weighted.confidence() * (target - own) : own;
    }
}
