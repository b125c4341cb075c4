package io.auralis.agent.signature;

import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each dimension counts when two tracks are compared. A difference is measured in the dimension's typical range,
 * so that Hz and dB meet on one scale, and the groups share the weight as the original's similarity had it (33, 23, 18, 12,
 * 9, 5 and 3 parts of 103, within a group evenly).
 */
final class DimensionWeights {
    private static final Map<FingerprintDimension, Double> WEIGHTS = weights();

    private DimensionWeights() {}

    /** The weight, all of which sum to 1. */
    static double of(FingerprintDimension dimension) {
        return WEIGHTS.getOrDefault(dimension, 0.0);
    }

    /** A value on the common scale: 0 at the low end of its typical range, 1 at the high end. */
    static double scaled(FingerprintDimension dimension, double value) {
        return (value - dimension.typicalLow()) / (dimension.typicalHigh() - dimension.typicalLow());
    }

    private static Map<FingerprintDimension, Double> weights() {
        double[] parts = {33, 23, 18, 12, 9, 5, 3};
        int[] sizes = {7, 3, 4, 3, 3, 3, 2};
        Map<FingerprintDimension, Double> weights = new EnumMap<>(FingerprintDimension.class);
        int next = 0;
        for (int group = 0; group < parts.length; group++) {
            for (int i = 0; i < sizes[group]; i++) {
                weights.put(FingerprintDimension.values()[next++], parts[group] / 103 / sizes[group]);
            }
        }
        return weights;
    }
}
