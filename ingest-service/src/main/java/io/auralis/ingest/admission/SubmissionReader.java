package io.auralis.ingest.admission;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.DimensionTally;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import io.auralis.contracts.taste.TrackBucket;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a submission in one pass over its tokens, if it is one that the JSON Schema admits. It knows the schema's rules
 * by heart, since asking a validator for them costs many times as much, but it never refuses: what it does not recognise
 * it hands back, and the schema itself decides. So its only possible mistakes are to admit too much and to
 * recognise too little, and a test looks for both by thousands of documents.
 */
public final class SubmissionReader {
    /** {@code $defs/count} of the report's schema. */
    private static final int MOST_COUNT = 100_000;

    private static final Map<String, RecordingType> RECORDING_TYPES = byKey(RecordingType.values(), Enum::name);
    private static final Map<String, GearClass> GEAR = byKey(GearClass.values(), GearClass::key);
    private static final Map<String, HearingClass> HEARING = byKey(HearingClass.values(), HearingClass::key);
    private static final Map<String, TrackBucket> TRACKS = byKey(TrackBucket.values(), TrackBucket::key);
    private static final Map<String, TasteDimension> DIMENSIONS = byKey(TasteDimension.values(), TasteDimension::key);
    private static final Map<String, FeatureBins> FEATURES =
            byKey(FeatureBins.values(), bins -> bins.feature().key());

    private final JsonParser in;

    private SubmissionReader(JsonParser in) {
        this.in = in;
    }

    /** The document is not recognised; made once, since it carries nothing. */
    private static final class UnrecognisedException extends Exception {
        private static final UnrecognisedException ONLY = new UnrecognisedException();

        private UnrecognisedException() {
            super(null, null, false, false);
        }
    }

    /**
     * Reads the document whose first token is the current one, and leaves its last token the current one, whatever it is.
     *
     * @return the submission, or null where the schema has to be asked
     * @throws IOException if it is not JSON
     */
    public static @Nullable ReportSubmission read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            in.skipChildren();
            in.finishToken();
            return null;
        }
        JsonStreamContext around = in.getParsingContext().getParent();
        try {
            return new SubmissionReader(in).submission();
        } catch (UnrecognisedException | IllegalArgumentException unrecognised) {
            // The types refuse, with an IllegalArgumentException, what contradicts itself.
            while (in.getParsingContext() != around) {
                in.nextToken();
            }
            return null;
        }
    }

    private ReportSubmission submission() throws IOException, UnrecognisedException {
        ReportSecret secret = null;
        Long number = null;
        TasteReport report = null;
        String token = null;
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            switch (key) {
                case "secret" -> secret = ReportSecret.parse(text(secret));
                case "number" -> number = number(number);
                case "report" -> report = report(report);
                case "token" -> token = text(token);
                default -> throw UnrecognisedException.ONLY;
            }
        }
        return new ReportSubmission(present(secret), present(number), present(report), token);
    }

    private TasteReport report(@Nullable Object before) throws IOException, UnrecognisedException {
        expect(before, JsonToken.START_OBJECT);
        String schema = null;
        SemanticVersion baseModel = null;
        RecordingType type = null;
        String month = null;
        GearClass gear = null;
        HearingClass hearing = null;
        TrackBucket tracks = null;
        List<Integer> ratings = null;
        Map<TasteDimension, DimensionTally> dimensions = null;
        Map<FingerprintDimension, List<Integer>> features = null;
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            switch (key) {
                case "schema" -> schema = text(schema);
                case "baseModel" -> baseModel = SemanticVersion.parse(text(baseModel));
                case "recordingType" -> type = oneOf(RECORDING_TYPES, type);
                case "month" -> month = month(month);
                case "gearClass" -> gear = oneOf(GEAR, gear);
                case "hearingClass" -> hearing = oneOf(HEARING, hearing);
                case "tracks" -> tracks = oneOf(TRACKS, tracks);
                case "ratings" -> ratings = counts(ratings, 5);
                case "dimensions" -> dimensions = dimensions(dimensions);
                case "features" -> features = features(features);
                default -> throw UnrecognisedException.ONLY;
            }
        }
        return new TasteReport(
                present(schema),
                present(baseModel),
                present(type),
                present(month),
                present(gear),
                present(hearing),
                present(tracks),
                present(ratings),
                present(dimensions),
                present(features));
    }

    private Map<TasteDimension, DimensionTally> dimensions(@Nullable Object before)
            throws IOException, UnrecognisedException {
        expect(before, JsonToken.START_OBJECT);
        Map<TasteDimension, DimensionTally> tallies = new EnumMap<>(TasteDimension.class);
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            TasteDimension dimension = present(DIMENSIONS.get(key));
            expect(tallies.get(dimension), JsonToken.START_OBJECT);
            tallies.put(dimension, tally(dimension.limitSteps()));
        }
        return tallies;
    }

    private DimensionTally tally(int mostSteps) throws IOException, UnrecognisedException {
        Integer more = null;
        Integer fine = null;
        Integer less = null;
        Integer steps = null;
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            switch (key) {
                case "more" -> more = whole(more, 0, MOST_COUNT);
                case "fine" -> fine = whole(fine, 0, MOST_COUNT);
                case "less" -> less = whole(less, 0, MOST_COUNT);
                case "deltaSteps" -> steps = whole(steps, -mostSteps, mostSteps);
                default -> throw UnrecognisedException.ONLY;
            }
        }
        return new DimensionTally(present(more), present(fine), present(less), present(steps));
    }

    private Map<FingerprintDimension, List<Integer>> features(@Nullable Object before)
            throws IOException, UnrecognisedException {
        expect(before, JsonToken.START_OBJECT);
        Map<FingerprintDimension, List<Integer>> features = new EnumMap<>(FingerprintDimension.class);
        for (String key = in.nextFieldName(); key != null; key = in.nextFieldName()) {
            FeatureBins bins = present(FEATURES.get(key));
            features.put(bins.feature(), counts(features.get(bins.feature()), bins.count()));
        }
        return features;
    }

    private List<Integer> counts(@Nullable Object before, int length) throws IOException, UnrecognisedException {
        expect(before, JsonToken.START_ARRAY);
        Integer[] counts = new Integer[length];
        for (int at = 0; at < length; at++) {
            counts[at] = whole(null, 0, MOST_COUNT);
        }
        if (in.nextToken() != JsonToken.END_ARRAY) {
            throw UnrecognisedException.ONLY;
        }
        return List.of(counts);
    }

    private int whole(@Nullable Object before, int least, int most) throws IOException, UnrecognisedException {
        expect(before, JsonToken.VALUE_NUMBER_INT);
        if (in.getNumberType() != JsonParser.NumberType.INT) {
            throw UnrecognisedException.ONLY;
        }
        int value = in.getIntValue();
        if (value < least || value > most) {
            throw UnrecognisedException.ONLY;
        }
        return value;
    }

    /** The type refuses what is out of its range. */
    private long number(@Nullable Object before) throws IOException, UnrecognisedException {
        expect(before, JsonToken.VALUE_NUMBER_INT);
        if (in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw UnrecognisedException.ONLY;
        }
        return in.getLongValue();
    }

    /** A year of four digits: the type takes longer ones with a sign. */
    private String month(@Nullable Object before) throws IOException, UnrecognisedException {
        String month = text(before);
        if (month.length() != "YYYY-MM".length()) {
            throw UnrecognisedException.ONLY;
        }
        return month;
    }

    private <T> T oneOf(Map<String, T> known, @Nullable Object before) throws IOException, UnrecognisedException {
        return present(known.get(text(before)));
    }

    private String text(@Nullable Object before) throws IOException, UnrecognisedException {
        expect(before, JsonToken.VALUE_STRING);
        return in.getText();
    }

    /** @param before what the key had before: a key that comes twice is not recognised */
    private void expect(@Nullable Object before, JsonToken token) throws IOException, UnrecognisedException {
        if (before != null || in.nextToken() != token) {
            throw UnrecognisedException.ONLY;
        }
    }

    private static <T> T present(@Nullable T value) throws UnrecognisedException {
        if (value == null) {
            throw UnrecognisedException.ONLY;
        }
        return value;
    }

    private static <T> Map<String, T> byKey(T[] values, Function<T, String> key) {
        return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }
}
