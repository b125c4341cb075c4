package io.auralis.contracts.taste;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one submission or withdrawal: the body of a 202, or one element of the answer to a batch.
 *
 * @param status 202 when every in-sync replica of the broker has it, else the problem's status
 * @param id the report id; absent where the submission was too broken to tell
 * @param number the number that was stored
 * @param problem why it was refused; absent when accepted
 */
public record ReportVerdict(
        int status,
        @Nullable String id,
        @Nullable Long number,
        @Nullable Problem problem) {
    public static final int ACCEPTED = 202;

    public static ReportVerdict accepted(String id, long number) {
        return new ReportVerdict(ACCEPTED, id, number, null);
    }

    public static ReportVerdict refused(@Nullable String id, Problem problem) {
        return new ReportVerdict(problem.status(), id, null, problem);
    }

    /** Canonical JSON; that of an accepted report, the usual one by far, is written straight. */
    public String text() {
        if (id == null || !HexDigits.are64(id) || number == null || problem != null) {
            return Json.canonicalText(this);
        }
        return "{\"id\":\"" + id + "\",\"number\":" + number + ",\"status\":" + status + "}";
    }
}
