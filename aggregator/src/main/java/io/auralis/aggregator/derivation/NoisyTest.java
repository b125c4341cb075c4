package io.auralis.aggregator.derivation;

/**
 * A step tried on the held-out contributors, with noise; sums over them in grid steps.
 *
 * @param before sum of the absolute deltas, each clipped
 * @param difference sum of what the step adds to each absolute delta; negative where it brings the model nearer
 */
public record NoisyTest(long before, long difference) {}
