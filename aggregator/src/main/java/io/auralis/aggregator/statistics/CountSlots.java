package io.auralis.aggregator.statistics;

import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TrackBucket;

/**
 * Which slot of {@link Counts} counts what. The order is part of the stored form: whoever changes it, or the enums that
 * it follows, raises {@link #LAYOUT}, and the statistics are rebuilt from the topic under a new generation.
 */
public final class CountSlots {
    /** Version of this layout, the first byte of every stored state. */
    static final byte LAYOUT = 1;

    /** Contributors, each counted once. */
    public static final int CONTRIBUTORS = 0;

    private static final int RATINGS = 1;
    private static final int TRACKS = RATINGS + 5;
    private static final int FEATURES = TRACKS + TrackBucket.values().length;
    private static final int DIMENSIONS = FEATURES + featureSlots();

    /** Number of slots. */
    public static final int COUNT = DIMENSIONS + dimensionSlots(TasteDimension.values().length);

    private CountSlots() {}

    /** Ratings given, by their value 1..5. */
    static int rating(int rating) {
        return RATINGS + rating - 1;
    }

    /** Contributors whose report rests on so many tracks. */
    static int tracks(TrackBucket bucket) {
        return TRACKS + bucket.ordinal();
    }

    /** Tracks in a bin of a detection feature. */
    static int feature(FeatureBins feature, int bin) {
        int slot = FEATURES + bin;
        for (int before = 0; before < feature.ordinal(); before++) {
            slot += FeatureBins.values()[before].count();
        }
        return slot;
    }

    /** How often contributors asked in a direction, all asks of a contributor counted. */
    static int asks(TasteDimension dimension, Direction direction) {
        return dimension(dimension) + direction.ordinal();
    }

    /** Contributors who asked most often in a direction: each has one voice, which bounds what one can move. */
    public static int voices(TasteDimension dimension, Direction direction) {
        return dimension(dimension) + Direction.values().length + direction.ordinal();
    }

    /**
     * Contributors whose delta is so many grid steps.
     *
     * @param steps minus to plus the dimension's limit
     */
    public static int delta(TasteDimension dimension, int steps) {
        return dimension(dimension) + 2 * Direction.values().length + dimension.limitSteps() + steps;
    }

    private static int dimension(TasteDimension dimension) {
        return DIMENSIONS + dimensionSlots(dimension.ordinal());
    }

    private static int dimensionSlots(int dimensions) {
        int slots = 0;
        for (int before = 0; before < dimensions; before++) {
            slots += 2 * Direction.values().length + 2 * TasteDimension.values()[before].limitSteps() + 1;
        }
        return slots;
    }

    private static int featureSlots() {
        int slots = 0;
        for (FeatureBins feature : FeatureBins.values()) {
            slots += feature.count();
        }
        return slots;
    }
}
