package io.auralis.ingest.intake;

import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportVerdict;
import java.util.List;

/** What a request is answered with. Sealed, since each kind has its own status and media type. */
sealed interface Answer {
    /** One submission or withdrawal was stored. */
    record Accepted(ReportVerdict verdict) implements Answer {}

    /** A batch, each on its own, in order; some were stored or refused. */
    record EachOnItsOwn(List<ReportVerdict> verdicts) implements Answer {}

    /** Nothing was stored. */
    record Refused(Problem problem) implements Answer {}

    /** The broker or the database is away: nothing was stored, and the same request may be sent again later. */
    record TryAgainLater(ProblemCode why) implements Answer {}

    /** There was no room for the request: nothing was stored, and it may be sent again later. */
    record Overloaded() implements Answer {}
}
