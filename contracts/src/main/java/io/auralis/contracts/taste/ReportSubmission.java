package io.auralis.contracts.taste;

import io.auralis.contracts.json.Json;

/**
 * What an agent sends for one report: the body of {@code POST /v1/reports}, alone or in a JSON array.
 *
 * @param secret shows that the sender owns the report id
 * @param number rises with every summary of the same slot: the highest wins, whatever the order of arrival
 * @param report the summary
 */
public record ReportSubmission(ReportSecret secret, long number, TasteReport report) {
    public ReportSubmission {
        if (secret == null || report == null) {
            throw new IllegalArgumentException("a submission needs a secret and a report");
        }
        if (number < 1 || number > ReportRecord.MOST_NUMBER) {
            throw new IllegalArgumentException("a submission's number must be 1.." + ReportRecord.MOST_NUMBER);
        }
    }

    /** The exact bytes on the wire: canonical JSON, what {@code share preview} prints. */
    public byte[] bytes() {
        return Json.canonical(this);
    }
}
