package io.auralis.contracts.taste;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The only thing that leaves a listener's machine (design section 7): an anonymous summary of one month, one recording
 * type and one gear class. It holds no track, title, path, comment, exact fingerprint, address, or time finer than a
 * month; whatever is not a component here is not sent.
 *
 * @param schema always {@value #SCHEMA}
 * @param baseModel the base model the deltas are relative to
 * @param recordingType the type of the rated tracks
 * @param month {@code YYYY-MM}, UTC
 * @param gearClass coarse gear
 * @param hearingClass coarse hearing
 * @param tracks bucket of the number of rated tracks
 * @param ratings number of ratings of 1, 2, 3, 4 and 5, in that order
 * @param dimensions tally per dimension, all eight present
 * @param features per detection feature, tracks per {@link FeatureBins} bin, all four present
 */
public record TasteReport(
        String schema,
        SemanticVersion baseModel,
        RecordingType recordingType,
        String month,
        GearClass gearClass,
        HearingClass hearingClass,
        TrackBucket tracks,
        List<Integer> ratings,
        Map<TasteDimension, DimensionTally> dimensions,
        Map<FingerprintDimension, List<Integer>> features) {
    public static final String SCHEMA = "taste-report/1";

    /** Fewer ratings than this are never reported. */
    public static final int MIN_RATINGS = 5;

    public TasteReport {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("taste report schema must be \"" + SCHEMA + "\"");
        }
        if (baseModel == null
                || recordingType == null
                || gearClass == null
                || hearingClass == null
                || tracks == null
                || month == null
                || ratings == null
                || dimensions == null
                || features == null) {
            throw new IllegalArgumentException("a taste report lacks a component");
        }
        if (baseModel.isLocal()) {
            throw new IllegalArgumentException("a listener's own base model is never reported on");
        }
        requireMonth(month);
        ratings = List.copyOf(ratings);
        if (ratings.size() != 5 || ratings.stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("ratings are five counts, none negative");
        }
        if (ratings.stream().mapToInt(Integer::intValue).sum() < MIN_RATINGS) {
            throw new IllegalArgumentException("a report needs at least " + MIN_RATINGS + " ratings");
        }
        dimensions = copyOf(dimensions);
        features = copyOfFeatures(features);
    }

    private static void requireMonth(String month) {
        try {
            if (!Months.parse(month).toString().equals(month)) {
                throw new IllegalArgumentException("month is YYYY-MM");
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("month is YYYY-MM", e);
        }
    }

    private static Map<TasteDimension, DimensionTally> copyOf(Map<TasteDimension, DimensionTally> dimensions) {
        Map<TasteDimension, DimensionTally> copy = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            DimensionTally tally = dimensions.get(dimension);
            if (tally == null) {
                throw new IllegalArgumentException("a taste report lacks " + dimension.key());
            }
            if (Math.abs(tally.deltaSteps()) > dimension.limitSteps()) {
                throw new IllegalArgumentException(
                        dimension.key() + " is beyond its limit of " + dimension.limitSteps() + " steps");
            }
            copy.put(dimension, tally);
        }
        return Collections.unmodifiableMap(copy);
    }

    private static Map<FingerprintDimension, List<Integer>> copyOfFeatures(
            Map<FingerprintDimension, List<Integer>> features) {
        Map<FingerprintDimension, List<Integer>> copy = new EnumMap<>(FingerprintDimension.class);
        for (FeatureBins bins : FeatureBins.values()) {
            List<Integer> counts = features.get(bins.feature());
            if (counts == null
                    || counts.size() != bins.count()
                    || counts.stream().anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException(
                        bins.feature().key() + " needs " + bins.count() + " counts, none negative");
            }
            copy.put(bins.feature(), List.copyOf(counts));
        }
        if (features.size() != copy.size()) {
            throw new IllegalArgumentException("a taste report holds the detection features only");
        }
        return Collections.unmodifiableMap(copy);
    }
}
