package io.auralis.publisher.review;

import io.auralis.contracts.basemodel.SemanticVersion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A candidate with the decisions on it.
 *
 * @param id the candidate's
 * @param baseModel the model it changes
 * @param offered what the aggregator offers; absent once withdrawn
 * @param reviews the decisions on the document as it is now (all, once withdrawn), oldest first
 * @param releasedIn the release it went into, if it did
 * @param state follows from the others
 */
public record ReviewedCandidate(
        String id,
        SemanticVersion baseModel,
        @Nullable OfferedCandidate offered,
        List<Review> reviews,
        @Nullable String releasedIn,
        CandidateState state) {

    public ReviewedCandidate {
        reviews = List.copyOf(reviews);
    }

    /**
     * What stands beside each candidate.
     *
     * @param reviews all there are, oldest first
     * @param released per document (SHA-256) the release it went into
     * @param newest the newest release
     * @param approvalsNeeded from distinct accounts, at least 1
     */
    record Surroundings(
            List<Review> reviews, Map<String, String> released, SemanticVersion newest, int approvalsNeeded) {}

    static ReviewedCandidate offered(OfferedCandidate offered, Surroundings around) {
        String id = offered.candidate().id();
        List<Review> reviews = around.reviews().stream()
                .filter(review -> review.candidateId().equals(id))
                .filter(review -> review.documentSha256().equals(offered.documentSha256()))
                .toList();
        String releasedIn = around.released().get(offered.documentSha256());
        SemanticVersion baseModel = offered.candidate().baseModel();
        return new ReviewedCandidate(
                id, baseModel, offered, reviews, releasedIn, state(baseModel, reviews, releasedIn, around));
    }

    /** A candidate that is offered no more, of which only the decisions are left. */
    static ReviewedCandidate withdrawn(List<Review> reviews, Surroundings around) {
        Review last = reviews.get(reviews.size() - 1);
        String releasedIn = around.released().get(last.documentSha256());
        return new ReviewedCandidate(
                last.candidateId(),
                SemanticVersion.parse(last.baseModel()),
                null,
                reviews,
                releasedIn,
                releasedIn == null ? CandidateState.WITHDRAWN : CandidateState.RELEASED);
    }

    /** How many distinct accounts approve. */
    public int approvals() {
        return (int) reviews.stream()
                .filter(review -> review.decision() == Decision.APPROVE)
                .map(Review::account)
                .distinct()
                .count();
    }

    boolean decidedBy(String account, Decision decision) {
        return reviews.stream().anyMatch(review -> review.account().equals(account) && review.decision() == decision);
    }

    private static CandidateState state(
            SemanticVersion baseModel, List<Review> reviews, @Nullable String releasedIn, Surroundings around) {
        if (releasedIn != null) {
            return CandidateState.RELEASED;
        }
        if (reviews.stream().anyMatch(review -> review.decision() == Decision.REJECT)) {
            return CandidateState.REJECTED;
        }
        if (!baseModel.equals(around.newest())) {
            return CandidateState.OUTDATED;
        }
        long approvals = reviews.stream().map(Review::account).distinct().count();
        return approvals >= around.approvalsNeeded() ? CandidateState.APPROVED : CandidateState.PROPOSED;
    }
}
