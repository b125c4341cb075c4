package io.auralis.aggregator.statistics;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import io.auralis.contracts.taste.TrackBucket;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The quick way from a record's bytes to a {@link Voice}. ingest-service writes canonical JSON (RFC 8785), in which each
 * key stands at one place, so that a record is read from left to right without a parser. Whatever is not exactly of that
 * form, to the byte, is not told apart here: {@link #read} answers null and the contract's own reader decides. So this
 * class may refuse what is valid, but must never accept what the contract would not, or read it otherwise; a test holds it
 * to that with mutated records. contracts' CanonicalWriter writes what is read here. Belongs to one thread.
 *
 * <p>Longer than our classes are: the steps of a scanner share the bytes and the place in them, and a call between objects
 * for each would cost what this class is there to save.
 */
public final class CanonicalReader {
    /** Above every figure that the contract's plausibility allows, below what an int holds. */
    private static final int MOST_DIGITS = 6;

    private static final int NUMBER_DIGITS = 16;
    private static final int MOST_ASKS = 100_000;
    private static final int MOST_VERSIONS = 1_000;

    private static final TasteDimension[] DIMENSIONS = sorted(TasteDimension.values(), TasteDimension::key);
    private static final FeatureBins[] FEATURES =
            sorted(FeatureBins.values(), bins -> bins.feature().key());
    private static final Map<String, RecordingType> TYPES = byKey(RecordingType.values(), RecordingType::name);
    private static final Map<String, GearClass> GEARS = byKey(GearClass.values(), GearClass::key);
    private static final Map<String, HearingClass> HEARINGS = byKey(HearingClass.values(), HearingClass::key);
    private static final Map<String, TrackBucket> TRACKS = byKey(TrackBucket.values(), TrackBucket::key);

    private final SlotTally tally = new SlotTally();
    private final Map<String, SemanticVersion> versions = new HashMap<>();
    private byte[] bytes = {};
    private int at;

    /**
     * @param key the report id that the record must be of
     * @return null if the contract's reader has to decide
     */
    public @Nullable Voice read(String key, byte[] record) {
        bytes = record;
        at = 0;
        tally.clear();
        try {
            return voice(key);
        } catch (OtherForm e) {
            return null;
        }
    }

    private Voice voice(String key) {
        expect("{\"id\":\"");
        if (key.length() != 64) {
            throw OtherForm.FOUND;
        }
        expect(key);
        expect("\",\"number\":");
        long number = integer(NUMBER_DIGITS);
        if (number < 1 || number > ReportRecord.MOST_NUMBER) {
            throw OtherForm.FOUND;
        }
        Fold fold = fold(key);
        if (next(",\"schema\":\"" + ReportRecord.SCHEMA + "\",\"withdrawn\":true}")) {
            return end(Voice.withdrawn(number, fold));
        }
        expect(",\"report\":{\"baseModel\":");
        Cohort cohort = report();
        expect("},\"schema\":\"" + ReportRecord.SCHEMA + "\",\"withdrawn\":false}");
        return end(Voice.live(number, cohort, fold, tally.counts()));
    }

    private static Fold fold(String key) {
        for (int i = 0; i < key.length(); i++) {
            char digit = key.charAt(i);
            if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
                throw OtherForm.FOUND;
            }
        }
        return Fold.of(key);
    }

    private Voice end(Voice voice) {
        if (at != bytes.length) {
            throw OtherForm.FOUND;
        }
        return voice;
    }

    private Cohort report() {
        SemanticVersion model = version(text());
        tally.set(CountSlots.CONTRIBUTORS, 1);
        dimensions();
        features();
        expect(",\"gearClass\":");
        GearClass gear = known(GEARS, text());
        expect(",\"hearingClass\":");
        HearingClass hearing = known(HEARINGS, text());
        expect(",\"month\":");
        String month = month(text());
        ratings();
        expect(",\"recordingType\":");
        RecordingType type = known(TYPES, text());
        expect(",\"schema\":\"" + TasteReport.SCHEMA + "\",\"tracks\":");
        tally.set(CountSlots.tracks(known(TRACKS, text())), 1);
        return new Cohort(model, type, gear, hearing, month);
    }

    private void dimensions() {
        expect(",\"dimensions\":{");
        for (int i = 0; i < DIMENSIONS.length; i++) {
            TasteDimension dimension = DIMENSIONS[i];
            expect(i == 0 ? "\"" : ",\"");
            expect(dimension.key());
            expect("\":{\"deltaSteps\":");
            int delta = signed();
            expect(",\"fine\":");
            int fine = asks();
            expect(",\"less\":");
            int less = asks();
            expect(",\"more\":");
            int more = asks();
            expect("}");
            if (Math.abs(delta) > CountSlots.limitSteps(dimension)) {
                throw OtherForm.FOUND;
            }
            Voice.count(tally, dimension, more, fine, less, delta);
        }
        expect("}");
    }

    private void features() {
        expect(",\"features\":{");
        for (int i = 0; i < FEATURES.length; i++) {
            FeatureBins feature = FEATURES[i];
            expect(i == 0 ? "\"" : ",\"");
            expect(feature.feature().key());
            expect("\":[");
            for (int bin = 0; bin < feature.count(); bin++) {
                if (bin > 0) {
                    expect(",");
                }
                tally.set(CountSlots.feature(feature, bin), integer(MOST_DIGITS));
            }
            expect("]");
        }
        expect("}");
    }

    private void ratings() {
        expect(",\"ratings\":[");
        long sum = 0;
        for (int rating = 1; rating <= 5; rating++) {
            if (rating > 1) {
                expect(",");
            }
            long given = integer(MOST_DIGITS);
            sum += given;
            tally.set(CountSlots.rating(rating), given);
        }
        expect("]");
        if (sum < TasteReport.MIN_RATINGS) {
            throw OtherForm.FOUND;
        }
    }

    private int asks() {
        int asks = (int) integer(MOST_DIGITS);
        if (asks > MOST_ASKS) {
            throw OtherForm.FOUND;
        }
        return asks;
    }

    private int signed() {
        if (!next("-")) {
            return (int) integer(MOST_DIGITS);
        }
        int value = (int) integer(MOST_DIGITS);
        if (value == 0) {
            throw OtherForm.FOUND;
        }
        return -value;
    }

    /** Digits without a leading zero. */
    private long integer(int mostDigits) {
        int from = at;
        long value = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - from <= mostDigits) {
            value = value * 10 + bytes[at++] - '0';
        }
        int digits = at - from;
        if (digits == 0 || digits > mostDigits || digits > 1 && bytes[from] == '0') {
            throw OtherForm.FOUND;
        }
        return value;
    }

    /** A string of plain ASCII characters, which need no escape. */
    private String text() {
        expect("\"");
        int from = at;
        while (at < bytes.length && bytes[at] != '"') {
            if (bytes[at] < ' ' || bytes[at] == '\\') {
                throw OtherForm.FOUND;
            }
            at++;
        }
        @SuppressWarnings("deprecation") // every byte is a character, as was just seen, and nothing is decoded
        String text = new String(bytes, 0, from, at - from);
        expect("\"");
        return text;
    }

    private SemanticVersion version(String text) {
        SemanticVersion known = versions.get(text);
        if (known != null) {
            return known;
        }
        try {
            SemanticVersion parsed = SemanticVersion.parse(text);
            if (versions.size() < MOST_VERSIONS) {
                versions.put(text, parsed);
            }
            return parsed;
        } catch (IllegalArgumentException e) {
            throw OtherForm.FOUND;
        }
    }

    private static String month(String text) {
        if (text.length() != 7 || text.charAt(4) != '-') {
            throw OtherForm.FOUND;
        }
        for (int i = 0; i < 7; i++) {
            if (i != 4 && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                throw OtherForm.FOUND;
            }
        }
        int ofYear = (text.charAt(5) - '0') * 10 + text.charAt(6) - '0';
        if (ofYear < 1 || ofYear > 12) {
            throw OtherForm.FOUND;
        }
        return text;
    }

    private static <T> T known(Map<String, T> values, String key) {
        T value = values.get(key);
        if (value == null) {
            throw OtherForm.FOUND;
        }
        return value;
    }

    private void expect(String ascii) {
        if (!next(ascii)) {
            throw OtherForm.FOUND;
        }
    }

    private boolean next(String ascii) {
        int length = ascii.length();
        if (bytes.length - at < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        at += length;
        return true;
    }

    private static <T> T[] sorted(T[] values, Function<T, String> key) {
        T[] sorted = values.clone();
        Arrays.sort(sorted, Comparator.comparing(key));
        return sorted;
    }

    private static <T> Map<String, T> byKey(T[] values, Function<T, String> key) {
        Map<String, T> byKey = new HashMap<>();
        for (T value : values) {
            byKey.put(key.apply(value), value);
        }
        return byKey;
    }

    /** Carries no stack: it is the way out of a form that is not ours, and a flood of those must stay cheap. */
    private static final class OtherForm extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private static final OtherForm FOUND = new OtherForm();

        private OtherForm() {
            super("not canonical", null, false, false);
        }
    }
}
