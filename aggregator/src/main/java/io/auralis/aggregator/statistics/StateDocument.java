package io.auralis.aggregator.statistics;

import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TrackBucket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A cohort's state as the JSON document that the database keeps: names instead of slots, so that a query or another
 * program can read it. Nothing is lost either way.
 */
public record StateDocument(FoldDocument train, FoldDocument heldOut) {

    /**
     * @param contributors how many
     * @param ratings of 1, 2, 3, 4 and 5
     * @param tracks contributors per {@link TrackBucket}
     * @param features tracks per {@link FeatureBins} bin
     * @param dimensions per taste dimension
     */
    public record FoldDocument(
            long contributors,
            List<Long> ratings,
            List<Long> tracks,
            Map<String, List<Long>> features,
            Map<String, DimensionDocument> dimensions) {}

    /**
     * @param asks more, fine, less: all asks
     * @param voices more, fine, less: contributors, by what each asked most often
     * @param deltas contributors per delta in grid steps, where there are any
     */
    public record DimensionDocument(List<Long> asks, List<Long> voices, Map<Integer, Long> deltas) {}

    public static StateDocument of(CohortState state) {
        return new StateDocument(fold(state.train()), fold(state.heldOut()));
    }

    /** The state this is the document of. */
    public CohortState state() {
        return new CohortState(counts(train), counts(heldOut));
    }

    private static FoldDocument fold(Counts counts) {
        Map<String, List<Long>> features = new TreeMap<>();
        for (FeatureBins feature : FeatureBins.values()) {
            features.put(
                    feature.feature().key(), list(counts, feature.count(), bin -> CountSlots.feature(feature, bin)));
        }
        Map<String, DimensionDocument> dimensions = new TreeMap<>();
        for (TasteDimension dimension : TasteDimension.values()) {
            dimensions.put(dimension.key(), dimension(counts, dimension));
        }
        return new FoldDocument(
                counts.at(CountSlots.CONTRIBUTORS),
                list(counts, 5, index -> CountSlots.rating(index + 1)),
                list(counts, TrackBucket.values().length, index -> CountSlots.tracks(TrackBucket.values()[index])),
                features,
                dimensions);
    }

    private static DimensionDocument dimension(Counts counts, TasteDimension dimension) {
        Map<Integer, Long> deltas = new TreeMap<>();
        for (int steps = -dimension.limitSteps(); steps <= dimension.limitSteps(); steps++) {
            long contributors = counts.at(CountSlots.delta(dimension, steps));
            if (contributors > 0) {
                deltas.put(steps, contributors);
            }
        }
        int directions = Direction.values().length;
        return new DimensionDocument(
                list(counts, directions, index -> CountSlots.asks(dimension, Direction.values()[index])),
                list(counts, directions, index -> CountSlots.voices(dimension, Direction.values()[index])),
                deltas);
    }

    private static List<Long> list(Counts counts, int size, IntUnaryOperator slot) {
        return IntStream.range(0, size)
                .mapToObj(index -> counts.at(slot.applyAsInt(index)))
                .toList();
    }

    private static Counts counts(FoldDocument fold) {
        long[] dense = new long[CountSlots.COUNT];
        dense[CountSlots.CONTRIBUTORS] = fold.contributors();
        fill(dense, fold.ratings(), index -> CountSlots.rating(index + 1));
        fill(dense, fold.tracks(), index -> CountSlots.tracks(TrackBucket.values()[index]));
        for (FeatureBins feature : FeatureBins.values()) {
            fill(
                    dense,
                    fold.features().getOrDefault(feature.feature().key(), List.of()),
                    bin -> CountSlots.feature(feature, bin));
        }
        Stream.of(TasteDimension.values()).forEach(dimension -> {
            DimensionDocument document = fold.dimensions().get(dimension.key());
            if (document != null) {
                fill(dense, document.asks(), index -> CountSlots.asks(dimension, Direction.values()[index]));
                fill(dense, document.voices(), index -> CountSlots.voices(dimension, Direction.values()[index]));
                document.deltas()
                        .forEach((steps, contributors) -> dense[CountSlots.delta(dimension, steps)] = contributors);
            }
        });
        return Counts.of(dense);
    }

    private static void fill(long[] dense, List<Long> values, IntUnaryOperator slot) {
        for (int index = 0; index < values.size(); index++) {
            dense[slot.applyAsInt(index)] = values.get(index);
        }
    }
}
