package io.auralis.ingest.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.Plausibility;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportWindow;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules by which a submission becomes a record. The secret ends here: only its SHA-256, the report id, goes on. */
public final class Admission {
    /** Enough to mend a program by; a hostile document could break thousands of rules. */
    private static final int MOST_VIOLATIONS = 10;

    private final Clock clock;
    private final int monthsBack;

    /**
     * @param clock tells the current month
     * @param monthsBack how many months before the current one are believed, 0 or more
     */
    public Admission(Clock clock, int monthsBack) {
        if (monthsBack < 0) {
            throw new IllegalArgumentException("months back must be 0 or more but is " + monthsBack);
        }
        this.clock = clock;
        this.monthsBack = monthsBack;
    }

    /** Decides on one document, as read by {@link Json#mapper()}. */
    public Decision decide(JsonNode document) {
        List<String> violations = schemaOf(document).violations(document);
        if (!violations.isEmpty()) {
            return refused(document, ProblemCode.SCHEMA_VIOLATION, violations);
        }
        try {
            return decide(Json.mapper().treeToValue(document, ReportSubmission.class));
        } catch (ValueInstantiationException e) {
            // Right in form, but its parts do not fit together, for instance fewer than five ratings.
            return refused(document, ProblemCode.IMPLAUSIBLE_REPORT, List.of("$ breaks a rule between its parts"));
        } catch (JsonProcessingException e) {
            // The schema takes 3.0 for a whole number, the type does not: its canonical form is 3.
            return refused(document, ProblemCode.SCHEMA_VIOLATION, List.of("$ holds a whole number written otherwise"));
        }
    }

    /** Both versions are taken side by side; only a token tells the second from the first. */
    private static ContractSchema schemaOf(JsonNode document) {
        return document.has("token") ? ContractSchema.REPORT_SUBMISSION_2 : ContractSchema.REPORT_SUBMISSION;
    }

    /** Decides on one document of which is known that its schema admits it. */
    public Decision decide(ReportSubmission submission) {
        String id = submission.secret().reportId();
        List<String> contradictions =
                Plausibility.contradictions(submission.report(), ReportWindow.at(clock.instant(), monthsBack));
        if (!contradictions.isEmpty()) {
            return Decision.Refused.of(id, ProblemCode.IMPLAUSIBLE_REPORT, contradictions);
        }
        return new Decision.Admitted(
                ReportRecord.live(id, submission.number(), submission.report()), submission.token());
    }

    private static Decision refused(JsonNode document, ProblemCode code, List<String> violations) {
        return Decision.Refused.of(
                idOf(document), code, violations.stream().limit(MOST_VIOLATIONS).toList());
    }

    private static @Nullable String idOf(JsonNode document) {
        try {
            return ReportSecret.parse(document.path("secret").asText()).reportId();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
