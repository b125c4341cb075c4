package io.auralis.aggregator.derivation;

import io.auralis.aggregator.privacy.DiscreteGaussian;
import io.auralis.aggregator.privacy.Rational;
import io.auralis.aggregator.privacy.ZeroConcentrated;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.CountSlots;
import io.auralis.aggregator.statistics.Direction;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws the noisy figures. In each, the sensitivity is what adding or removing one report can change: it is in one bin of
 * a histogram (1), has one voice (1), is counted once (1), and moves a sum of clipped absolute deltas by at most the clip
 * and a sum of differences by at most the step (triangle inequality).
 */
public final class NoisyFigures {
    private final DiscreteGaussian noise;
    private final PrivacyCosts costs;

    public NoisyFigures(DiscreteGaussian noise, PrivacyCosts costs) {
        this.noise = noise;
        this.costs = costs;
    }

    public NoisyCount count(CohortState state) {
        Rational sigmaSquared = ZeroConcentrated.sigmaSquared(1, costs.count());
        return new NoisyCount(
                state.train().at(CountSlots.CONTRIBUTORS) + noise.draw(sigmaSquared),
                state.heldOut().at(CountSlots.CONTRIBUTORS) + noise.draw(sigmaSquared));
    }

    public NoisyDistribution distribution(CohortState state, TasteDimension dimension) {
        return new NoisyDistribution(histogram(state, dimension), voices(state, dimension));
    }

    public NoisyTest test(CohortState state, TasteDimension dimension, int steps, int clipSteps) {
        long before = 0;
        long difference = 0;
        for (int delta = -dimension.limitSteps(); delta <= dimension.limitSteps(); delta++) {
            long contributors = state.heldOut().at(CountSlots.delta(dimension, delta));
            before += contributors * Math.min(Math.abs(delta), clipSteps);
            difference += contributors * (Math.abs(delta - steps) - Math.abs(delta));
        }
        return new NoisyTest(
                before + noise.draw(ZeroConcentrated.sigmaSquared(clipSteps, costs.testBefore())),
                difference + noise.draw(ZeroConcentrated.sigmaSquared(Math.abs(steps), costs.testDifference())));
    }

    private List<Long> histogram(CohortState state, TasteDimension dimension) {
        Rational sigmaSquared = ZeroConcentrated.sigmaSquared(1, costs.histogram());
        return IntStream.rangeClosed(-dimension.limitSteps(), dimension.limitSteps())
                .mapToObj(steps -> state.train().at(CountSlots.delta(dimension, steps)) + noise.draw(sigmaSquared))
                .toList();
    }

    private List<Long> voices(CohortState state, TasteDimension dimension) {
        Rational sigmaSquared = ZeroConcentrated.sigmaSquared(1, costs.voices());
        return Arrays.stream(Direction.values())
                .map(direction -> CountSlots.voices(dimension, direction))
                .map(slot -> state.train().at(slot) + state.heldOut().at(slot) + noise.draw(sigmaSquared))
                .toList();
    }
}
