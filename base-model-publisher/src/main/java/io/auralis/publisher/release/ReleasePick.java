package io.auralis.publisher.release;

import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.publisher.problem.RefusedException;
import io.auralis.publisher.review.CandidateBoard;
import io.auralis.publisher.review.CandidateState;
import io.auralis.publisher.review.OfferedCandidate;
import io.auralis.publisher.review.ReviewedCandidate;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which candidates go into a release, or the sentence why not. */
@ApplicationScoped
class ReleasePick {
    private final CandidateBoard board;

    ReleasePick(CandidateBoard board) {
        this.board = board;
    }

    /**
     * The named candidates, or all that are approved.
     *
     * @throws RefusedException if a named one is not approved, or none is
     */
    List<OfferedCandidate> pick(SemanticVersion newest, @Nullable List<String> ids) {
        List<ReviewedCandidate> chosen = ids == null ? approved() : named(ids, newest);
        List<OfferedCandidate> offered = new ArrayList<>();
        for (ReviewedCandidate candidate : chosen) {
            OfferedCandidate document = candidate.offered();
            if (document != null) {
                offered.add(document);
            }
        }
        if (offered.isEmpty()) {
            throw new RefusedException(
                    ProblemCode.CONFLICT,
                    "No approved candidate that changes model " + newest + " waits for a release.");
        }
        return offered;
    }

    private List<ReviewedCandidate> approved() {
        return board.all().stream()
                .filter(candidate -> candidate.state() == CandidateState.APPROVED)
                .toList();
    }

    private List<ReviewedCandidate> named(List<String> ids, SemanticVersion newest) {
        return new LinkedHashSet<>(ids)
                .stream()
                        .map(board::one)
                        .peek(candidate -> requireApproved(candidate, newest))
                        .toList();
    }

    private void requireApproved(ReviewedCandidate candidate, SemanticVersion newest) {
        String why = switch (candidate.state()) {
            case APPROVED -> "";
            case PROPOSED -> "has " + candidate.approvals() + " of " + board.approvalsNeeded() + " approvals";
            case REJECTED -> "was rejected";
            case RELEASED -> "is part of release " + candidate.releasedIn();
            case OUTDATED -> "changes model " + candidate.baseModel() + ", but the newest release is " + newest;
            case WITHDRAWN -> "is offered by the aggregator no more";
        };
        if (!why.isEmpty()) {
            throw new RefusedException(ProblemCode.CONFLICT, "Candidate " + candidate.id() + " " + why + ".");
        }
    }
}
