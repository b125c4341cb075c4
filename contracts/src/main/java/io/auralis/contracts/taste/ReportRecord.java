package io.auralis.contracts.taste;

import org.jspecify.annotations.Nullable;

/**
 * The value of a record on {@link Topics#TASTE_REPORTS}, keyed by the report id. It never holds the secret.
 *
 * @param schema always {@value #SCHEMA}
 * @param id the report id, 64 lower-case hex digits
 * @param number the submission's number
 * @param withdrawn whether the owner took the report back; then there is no report
 * @param report the summary, unless withdrawn
 */
public record ReportRecord(
        String schema,
        String id,
        long number,
        boolean withdrawn,
        @Nullable TasteReport report) {
    public static final String SCHEMA = "report-record/1";

    /** Numbers fit a JSON number exactly (2^53 - 1). */
    public static final long MOST_NUMBER = 9_007_199_254_740_991L;

    public ReportRecord {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("record schema must be \"" + SCHEMA + "\"");
        }
        if (id == null || !HexDigits.are64(id)) {
            throw new IllegalArgumentException("a report id is 64 lower-case hex digits");
        }
        if (number < 1 || number > MOST_NUMBER) {
            throw new IllegalArgumentException("a record's number must be 1.." + MOST_NUMBER);
        }
        if (withdrawn == (report != null)) {
            throw new IllegalArgumentException("a record holds a report unless it is withdrawn");
        }
    }

    public static ReportRecord live(String id, long number, TasteReport report) {
        return new ReportRecord(SCHEMA, id, number, false, report);
    }

    public static ReportRecord withdrawal(String id, long number) {
        return new ReportRecord(SCHEMA, id, number, true, null);
    }

    /** The record's value on the topic: canonical JSON, the bytes of {@code Json.canonical}. */
    public byte[] bytes() {
        return CanonicalWriter.of(this);
    }
}
