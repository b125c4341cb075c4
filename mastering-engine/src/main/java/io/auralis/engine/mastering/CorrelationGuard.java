package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.match.TonalBalance;
import io.auralis.engine.plan.ToneBand;
import java.util.Arrays;

/**
 * How far a track may be widened: until left and right are uncorrelated in one of the tone bands. Beyond that the band
 * would be quieter in mono than its sides are, and it sounds out of phase. Where a band is there already, not at all.
 */
final class CorrelationGuard {
    /** The correlation of left and right is 0 where mid and side have the same power. */
    private static final double UNCORRELATED_WIDTH = 0.5;

    private CorrelationGuard() {}

    /** The most that the side gain may be, 1 or more. */
    static double mostSideGain(TonalBalance balance, AudioFormat format) {
        double[] edgesHz = Arrays.stream(ToneBand.values())
                .mapToDouble(ToneBand::lowerEdgeHz)
                .toArray();
        double most = Arrays.stream(balance.sideGains(edgesHz, WidthForecast.of(format, UNCORRELATED_WIDTH)))
                .filter(gain -> !Double.isNaN(gain))
                .min()
                .orElse(1);
        return Math.max(1, most);
    }
}
