package io.auralis.aggregator.derivation;

/**
 * How many contributors a population has, with noise; may be negative.
 *
 * @param train of the fold that proposals are computed from
 * @param heldOut of the fold that they are tested on
 */
public record NoisyCount(long train, long heldOut) {
    public long total() {
        return train + heldOut;
    }
}
