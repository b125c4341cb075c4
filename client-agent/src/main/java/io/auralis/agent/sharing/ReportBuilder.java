package io.auralis.agent.sharing;

import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.DimensionTally;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import io.auralis.contracts.taste.TrackBucket;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Summarises ratings into reports: a pure function. Only the base model in force is reported, because the personal
 * profile's deltas are relative to it; and only the current and the previous month, because a summary drawn at a random
 * moment of the week must still be able to close the month before.
 *
 * <p>Each rating counts as one rated track, also of a track that was rated before: telling them apart would need an
 * identity of tracks, which has no place here.
 */
public final class ReportBuilder {
    /** The contract's bound of one count; nobody types so many ratings, but a script may. */
    private static final int MOST_ASKS = 100_000;

    private ReportBuilder() {}

    /** @return one report per slot with at least {@link TasteReport#MIN_RATINGS} ratings, in the order of slots */
    public static List<TasteReport> build(
            List<RatedTrack> ratings, SemanticVersion active, PersonalDeltas deltas, Instant now) {
        YearMonth current = monthOf(now);
        Map<Slot, List<RatedTrack>> slots = new TreeMap<>();
        for (RatedTrack rating : ratings) {
            YearMonth month = monthOf(rating.at());
            if (rating.baseModel().equals(active) && (month.equals(current) || month.equals(current.minusMonths(1)))) {
                slots.computeIfAbsent(
                                new Slot(month.toString(), rating.type(), rating.gear(), active),
                                slot -> new ArrayList<>())
                        .add(rating);
            }
        }
        return slots.entrySet().stream()
                .filter(slot -> slot.getValue().size() >= TasteReport.MIN_RATINGS)
                .map(slot -> report(slot.getKey(), slot.getValue(), deltas))
                .toList();
    }

    private static TasteReport report(Slot slot, List<RatedTrack> ratings, PersonalDeltas deltas) {
        List<Integer> histogram = new ArrayList<>(Collections.nCopies(5, 0));
        ratings.forEach(rating -> histogram.set(rating.rating() - 1, histogram.get(rating.rating() - 1) + 1));
        RatedTrack newest =
                ratings.stream().max(Comparator.comparing(RatedTrack::at)).orElseThrow();
        Map<TasteDimension, DimensionTally> dimensions = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            dimensions.put(
                    dimension,
                    new DimensionTally(
                            count(ratings, dimension, RatedTrack.Direction.MORE),
                            count(ratings, dimension, RatedTrack.Direction.FINE),
                            count(ratings, dimension, RatedTrack.Direction.LESS),
                            dimension.toSteps(deltas.delta(slot.gear(), slot.type(), dimension))));
        }
        return new TasteReport(
                TasteReport.SCHEMA,
                slot.baseModel(),
                slot.type(),
                slot.month(),
                slot.gear(),
                newest.hearing(),
                TrackBucket.of(ratings.size()),
                histogram,
                dimensions,
                features(ratings));
    }

    private static int count(List<RatedTrack> ratings, TasteDimension dimension, RatedTrack.Direction direction) {
        RatedTrack.Asked wanted = new RatedTrack.Asked(dimension, direction);
        long count = ratings.stream()
                .flatMap(rating -> rating.asks().stream())
                .filter(wanted::equals)
                .count();
        return (int) Math.min(count, MOST_ASKS);
    }

    private static Map<FingerprintDimension, List<Integer>> features(List<RatedTrack> ratings) {
        Map<FingerprintDimension, List<Integer>> features = new EnumMap<>(FingerprintDimension.class);
        for (FeatureBins bins : FeatureBins.values()) {
            List<Integer> counts = new ArrayList<>(Collections.nCopies(bins.count(), 0));
            for (RatedTrack rating : ratings) {
                int bin = bins.bin(rating.features().getOrDefault(bins.feature(), 0.0));
                counts.set(bin, counts.get(bin) + 1);
            }
            features.put(bins.feature(), counts);
        }
        return features;
    }

    private static YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }
}
