package io.auralis.aggregator.derivation;

import io.auralis.contracts.taste.TasteDimension;
import java.util.Optional;

/**
 * The only way from exact statistics to figures that a derivation may look at: each answer carries noise and costs
 * privacy. Empty where the population's budget does not allow the question.
 */
public interface Releases {
    Optional<NoisyCount> count(Sample sample);

    Optional<NoisyDistribution> distribution(Sample sample, TasteDimension dimension);

    /**
     * @param steps the step to try, not zero
     * @param clipSteps absolute deltas beyond it count as it
     */
    Optional<NoisyTest> test(Sample sample, TasteDimension dimension, int steps, int clipSteps);
}
