package io.auralis.publisher.review;

import io.auralis.contracts.candidate.Candidate;
import io.auralis.publisher.wording.CandidateWording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as maintainers see it.
 *
 * @param id the candidate's
 * @param baseModel version of the model it changes
 * @param headline the change in words; absent once withdrawn
 * @param derivedAt when it was derived
 * @param state where it stands
 * @param approvals from distinct accounts so far
 * @param approvalsNeeded how many it takes
 * @param releasedIn the release it went into
 * @param documentSha256 what a decision refers to
 * @param reviews the decisions, oldest first
 * @param candidate change and evidence; only when one candidate is asked for
 */
record CandidateAnswer(
        String id,
        String baseModel,
        @Nullable String headline,
        @Nullable Instant derivedAt,
        CandidateState state,
        int approvals,
        int approvalsNeeded,
        @Nullable String releasedIn,
        @Nullable String documentSha256,
        List<Review> reviews,
        @Nullable Candidate candidate) {

    /** All candidates. */
    record Listing(List<CandidateAnswer> candidates) {}

    static CandidateAnswer brief(ReviewedCandidate reviewed, int approvalsNeeded) {
        return of(reviewed, approvalsNeeded, false);
    }

    static CandidateAnswer whole(ReviewedCandidate reviewed, int approvalsNeeded) {
        return of(reviewed, approvalsNeeded, true);
    }

    private static CandidateAnswer of(ReviewedCandidate reviewed, int approvalsNeeded, boolean whole) {
        OfferedCandidate offered = reviewed.offered();
        return new CandidateAnswer(
                reviewed.id(),
                reviewed.baseModel().toString(),
                offered == null
                        ? null
                        : CandidateWording.headline(offered.candidate().change()),
                offered == null ? null : offered.derivedAt(),
                reviewed.state(),
                reviewed.approvals(),
                approvalsNeeded,
                reviewed.releasedIn(),
                offered == null ? null : offered.documentSha256(),
                reviewed.reviews(),
                offered == null || !whole ? null : offered.candidate());
    }
}
