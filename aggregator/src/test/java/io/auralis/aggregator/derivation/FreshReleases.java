package io.auralis.aggregator.derivation;

import io.auralis.aggregator.privacy.DiscreteGaussian;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Optional;

/** Real noise from a seed, without a budget. */
final class FreshReleases implements Releases {
    private final NoisyFigures figures;

    FreshReleases(long seed, PrivacyCosts costs) {
        this.figures = new NoisyFigures(DiscreteGaussian.seeded(seed), costs);
    }

    @Override
    public Optional<NoisyCount> count(Sample sample) {
        return Optional.of(figures.count(sample.state()));
    }

    @Override
    public Optional<NoisyDistribution> distribution(Sample sample, TasteDimension dimension) {
        return Optional.of(figures.distribution(sample.state(), dimension));
    }

    @Override
    public Optional<NoisyTest> test(Sample sample, TasteDimension dimension, int steps, int clipSteps) {
        return Optional.of(figures.test(sample.state(), dimension, steps, clipSteps));
    }
}
