package io.auralis.ingest.admission;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportHeaders;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSecret;
import java.util.List;

/** The rules by which a report is taken back: whoever shows its secret may, and nobody else. */
public final class Withdrawal {
    private Withdrawal() {}

    /**
     * Decides on one withdrawal.
     *
     * @param id the report id in the request's path
     * @param secrets every value of the header {@link ReportHeaders#SECRET}
     * @param numbers every value of the header {@link ReportHeaders#NUMBER}
     */
    public static Decision decide(String id, List<String> secrets, List<String> numbers) {
        if (!id.matches("[0-9a-f]{64}")) {
            return Decision.Refused.of(
                    null, ProblemCode.INVALID_REQUEST, List.of("the report id is 64 lower-case hex digits"));
        }
        if (secrets.size() != 1 || !secrets.get(0).matches("[0-9a-f]{64}")) {
            return invalid(id, "the header " + ReportHeaders.SECRET + " is 64 lower-case hex digits, once");
        }
        // At most 16 digits, so that it fits a long; the bound itself has as many.
        if (numbers.size() != 1 || !numbers.get(0).matches("[1-9][0-9]{0,15}")) {
            return invalid(id, "the header " + ReportHeaders.NUMBER + " is a whole number above 0, once");
        }
        long number = Long.parseLong(numbers.get(0));
        if (number > ReportRecord.MOST_NUMBER) {
            return invalid(id, "the header " + ReportHeaders.NUMBER + " is at most " + ReportRecord.MOST_NUMBER);
        }
        // The id is public and a hash of the secret, so there is nothing to learn from how long this takes.
        if (!ReportSecret.parse(secrets.get(0)).reportId().equals(id)) {
            return Decision.Refused.of(id, ProblemCode.SECRET_MISMATCH, List.of());
        }
        return new Decision.Admitted(ReportRecord.withdrawal(id, number), null);
    }

    private static Decision invalid(String id, String rule) {
        return Decision.Refused.of(id, ProblemCode.INVALID_REQUEST, List.of(rule));
    }
}
