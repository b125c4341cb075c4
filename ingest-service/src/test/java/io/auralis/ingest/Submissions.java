package io.auralis.ingest;

import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.TasteReport;
import java.security.SecureRandom;

/** Submissions as an agent sends them, each of a slot of its own. */
public final class Submissions {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Submissions() {}

    public static ReportSubmission fresh(long number) {
        return of(ReportSecret.random(RANDOM), number);
    }

    public static ReportSubmission of(ReportSecret secret, long number) {
        return new ReportSubmission(secret, number, report("studio"));
    }

    public static TasteReport report(String example) {
        return Json.read(
                new ContractExample(ContractSchema.TASTE_REPORT, ContractExample.Kind.VALID, example).bytes(),
                TasteReport.class);
    }
}
