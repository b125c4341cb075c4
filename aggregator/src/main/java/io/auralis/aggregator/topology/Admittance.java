package io.auralis.aggregator.topology;

import io.auralis.aggregator.statistics.CanonicalReader;
import io.auralis.aggregator.statistics.Voice;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.TasteReport;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a record, so that nothing after it can fail on what a record holds: whatever cannot be counted leaves here as a
 * dead letter, and the partition goes on. Belongs to one thread.
 */
final class Admittance {
    /** Thirty times the largest report: what is longer was not written by ingest-service, and is not parsed. */
    static final int MOST_BYTES = 65_536;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SCHEMA = Pattern.compile("\"schema\"\\s*:\\s*\"([^\"]*)\"");

    private final CanonicalReader canonical = new CanonicalReader();

    /** @param receivedIn month of the record, {@code YYYY-MM} */
    Admission admit(@Nullable String key, byte @Nullable [] value, String receivedIn) {
        if (key == null) {
            return new Admission.Dead(DeadLetter.Reason.NO_KEY);
        }
        if (value == null) {
            return ID.matcher(key).matches()
                    ? new Admission.Forgotten()
                    : new Admission.Dead(DeadLetter.Reason.KEY_IS_NOT_ID);
        }
        if (value.length > MOST_BYTES) {
            return new Admission.Dead(DeadLetter.Reason.TOO_LARGE);
        }
        Voice voice = canonical.read(key, value);
        return voice == null ? byContract(key, value, receivedIn) : new Admission.Counted(voice.receivedIn(receivedIn));
    }

    private static Admission byContract(String key, byte[] value, String receivedIn) {
        try {
            ReportRecord report = Json.read(value, ReportRecord.class);
            return report.id().equals(key)
                    ? new Admission.Counted(Voice.of(report).receivedIn(receivedIn))
                    : new Admission.Dead(DeadLetter.Reason.KEY_IS_NOT_ID);
        } catch (RuntimeException e) {
            // Any of them: one record must not stop a partition. The cause is left out, since it may quote the record.
            return new Admission.Dead(
                    isOfOtherSchema(value) ? DeadLetter.Reason.UNKNOWN_SCHEMA : DeadLetter.Reason.UNREADABLE);
        }
    }

    /** Tells a record of a newer writer from a broken one; a guess from its text, for the operator's sake. */
    private static boolean isOfOtherSchema(byte[] value) {
        return SCHEMA.matcher(new String(value, StandardCharsets.UTF_8))
                .results()
                .map(match -> match.group(1))
                .anyMatch(schema -> !schema.equals(ReportRecord.SCHEMA) && !schema.equals(TasteReport.SCHEMA));
    }
}
