package io.auralis.aggregator.derivation;

import java.util.List;

/**
 * What a population wants in one dimension, with noise; counts may be negative.
 *
 * @param histogram contributors of the train fold per delta, from minus to plus the dimension's limit in grid steps
 * @param voices contributors of both folds who asked most often for more, fine, less
 */
public record NoisyDistribution(List<Long> histogram, List<Long> voices) {
    public NoisyDistribution {
        histogram = List.copyOf(histogram);
        voices = List.copyOf(voices);
    }
}
