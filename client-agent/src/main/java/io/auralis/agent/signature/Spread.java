package io.auralis.agent.signature;

import io.auralis.contracts.fingerprint.FingerprintDimension;

/**
 * One feature over some tracks.
 *
 * @param feature which
 * @param mean in the feature's unit, as the others are
 * @param deviation standard deviation (of the sample, n - 1)
 * @param low the least
 * @param high the greatest
 */
public record Spread(FingerprintDimension feature, double mean, double deviation, double low, double high) {
    /** @param values at least one */
    static Spread of(FingerprintDimension feature, double[] values) {
        double sum = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            sum += value;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
        return new Spread(feature, mean, deviation, low, high);
    }
}
