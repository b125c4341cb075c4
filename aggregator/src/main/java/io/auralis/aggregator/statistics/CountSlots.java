package io.auralis.aggregator.statistics;

import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TrackBucket;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which slot of {@link Counts} counts what. The order is part of the stored form: whoever changes it, or the enums that
 * it follows, raises {@link #LAYOUT}, and the statistics are rebuilt from the topic under a new generation.
 */
public final class CountSlots {
    /** Version of this layout, the first byte of every stored state. */
    static final byte LAYOUT = 2;

    /** Contributors, each counted once. */
    public static final int CONTRIBUTORS = 0;

    private static final int DIRECTIONS = Direction.values().length;

    private static final int RATINGS = 1;
    private static final int TRACKS = RATINGS + 5;
    private static final int FEATURES = TRACKS + TrackBucket.values().length;
    private static final int DIMENSIONS = FEATURES + featureSlots();

    /** Number of slots. */
    public static final int COUNT = DIMENSIONS + dimensionSlots(TasteDimension.values().length);

    /** First slot of each feature and dimension, since they are asked for with each figure of each report. */
    private static final int[] OF_FEATURE = IntStream.range(0, FeatureBins.values().length)
            .map(CountSlots::firstOfFeature)
            .toArray();

    private static final int[] OF_DIMENSION = IntStream.range(0, TasteDimension.values().length)
            .map(before -> DIMENSIONS + dimensionSlots(before))
            .toArray();

    private static final int[] LIMIT_STEPS = Arrays.stream(TasteDimension.values())
            .mapToInt(TasteDimension::limitSteps)
            .toArray();

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
        return OF_FEATURE[feature.ordinal()] + bin;
    }

    /** How often contributors asked in a direction, all asks of a contributor counted. */
    static int asks(TasteDimension dimension, Direction direction) {
        return dimension(dimension) + direction.ordinal();
    }

    /** Contributors who asked most often in a direction: each has one voice, which bounds what one can move. */
    public static int voices(TasteDimension dimension, Direction direction) {
        return dimension(dimension) + DIRECTIONS + direction.ordinal();
    }

    /**
     * Contributors whose delta is so many grid steps.
     *
     * @param steps minus to plus the dimension's limit
     */
    public static int delta(TasteDimension dimension, int steps) {
        return dimension(dimension) + 2 * DIRECTIONS + LIMIT_STEPS[dimension.ordinal()] + steps;
    }

    /** The largest delta either way, in grid steps. */
    static int limitSteps(TasteDimension dimension) {
        return LIMIT_STEPS[dimension.ordinal()];
    }

    private static int dimension(TasteDimension dimension) {
        return OF_DIMENSION[dimension.ordinal()];
    }

    private static int dimensionSlots(int dimensions) {
        int slots = 0;
        for (int before = 0; before < dimensions; before++) {
            slots += 2 * DIRECTIONS + 2 * TasteDimension.values()[before].limitSteps() + 1;
        }
        return slots;
    }

    private static int firstOfFeature(int feature) {
        int slot = FEATURES;
        for (int before = 0; before < feature; before++) {
            slot += FeatureBins.values()[before].count();
        }
        return slot;
    }

    private static int featureSlots() {
        int slots = 0;
        for (FeatureBins feature : FeatureBins.values()) {
            slots += feature.count();
        }
        return slots;
    }
}
