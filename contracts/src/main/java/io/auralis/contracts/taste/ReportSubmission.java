package io.auralis.contracts.taste;

import io.auralis.contracts.json.Json;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an agent sends for one report: the body of {@code POST /v1/reports}, alone or in a JSON array. Without a token it is
 * of schema versions 1 and 2, with one of version 2.
 *
 * @param secret shows that the sender owns the report id
 * @param number rises with every summary of the same slot: the highest wins, whatever the order of arrival
 * @param report the summary
 * @param token the contribution token that pays for a new report id, in base64url; absent where a header carries it, or
 *     where the service asks for none
 */
public record ReportSubmission(
        ReportSecret secret,
        long number,
        TasteReport report,
        @Nullable String token) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{472}");

    public ReportSubmission {
        if (secret == null || report == null) {
            throw new IllegalArgumentException("a submission needs a secret and a report");
        }
        if (number < 1 || number > ReportRecord.MOST_NUMBER) {
            throw new IllegalArgumentException("a submission's number must be 1.." + ReportRecord.MOST_NUMBER);
        }
        if (token != null && !TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("a contribution token has 472 characters of base64url");
        }
    }

    public ReportSubmission(ReportSecret secret, long number, TasteReport report) {
        this(secret, number, report, null);
    }

    public ReportSubmission withToken(String paying) {
        return new ReportSubmission(secret, number, report, paying);
    }

    /** The exact bytes on the wire: canonical JSON, what {@code share preview} prints. */
    public byte[] bytes() {
        return Json.canonical(this);
    }
}
