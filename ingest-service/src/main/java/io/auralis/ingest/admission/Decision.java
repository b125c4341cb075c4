package io.auralis.ingest.admission;

import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to become of one document. Sealed, so that no document is neither stored nor answered. */
public sealed interface Decision {

    /**
     * It may be stored, once it is paid for.
     *
     * @param token the contribution token inside the document; absent where it has none
     */
    record Admitted(ReportRecord record, @Nullable String token) implements Decision {}

    /**
     * It is refused.
     *
     * @param id the report id; absent where the document was too broken to tell
     * @param problem why, without a word of the document
     */
    record Refused(@Nullable String id, ProblemCode code, Problem problem) implements Decision {
        static Refused of(@Nullable String id, ProblemCode code, List<String> violations) {
            return new Refused(id, code, Problem.of(code, violations));
        }
    }
}
