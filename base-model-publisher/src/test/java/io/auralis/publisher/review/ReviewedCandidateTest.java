package io.auralis.publisher.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.publisher.Candidates;
import io.auralis.publisher.review.ReviewedCandidate.Surroundings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewedCandidateTest {
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");
    private static final OfferedCandidate OFFERED = new OfferedCandidate(
            Candidates.parameter("studio-bass", "1.0.0", TasteDimension.BASS, 0.3), NOW, "aa".repeat(32));

    @Test
    void oneApprovalIsEnoughByDefault() {
        assertThat(reviewed(1).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(reviewed(1, approval("alice")).state()).isEqualTo(CandidateState.APPROVED);
    }

    @Test
    void whereTwoAreNeededOneAccountIsNotTwo() {
        assertThat(reviewed(2, approval("alice"), approval("alice")).state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(reviewed(2, approval("alice"), approval("bob")).state()).isEqualTo(CandidateState.APPROVED);
        assertThat(reviewed(2, approval("alice"), approval("bob")).approvals()).isEqualTo(2);
    }

    @Test
    void oneRejectionOutweighsApprovals() {
        Review rejection = new Review("studio-bass", "aa".repeat(32), "1.0.0", Decision.REJECT, "Too few.", "bob", NOW);
        assertThat(reviewed(1, approval("alice"), rejection).state()).isEqualTo(CandidateState.REJECTED);
    }

    @Test
    void anApprovalOfAnEarlierDocumentDoesNotCount() {
        Review earlier = new Review("studio-bass", "bb".repeat(32), "1.0.0", Decision.APPROVE, "", "alice", NOW);
        ReviewedCandidate reviewed = reviewed(1, earlier);
        assertThat(reviewed.state()).isEqualTo(CandidateState.PROPOSED);
        assertThat(reviewed.reviews()).isEmpty();
    }

    @Test
    void aCandidateOfAnotherModelThanTheNewestIsOutdatedEvenIfApproved() {
        Surroundings around = new Surroundings(List.of(approval("alice")), Map.of(), SemanticVersion.parse("1.1.0"), 1);
        assertThat(ReviewedCandidate.offered(OFFERED, around).state()).isEqualTo(CandidateState.OUTDATED);
    }

    @Test
    void aReleasedCandidateStaysReleased() {
        Surroundings around = new Surroundings(
                List.of(approval("alice")), Map.of("aa".repeat(32), "1.1.0"), SemanticVersion.parse("1.1.0"), 1);
        ReviewedCandidate reviewed = ReviewedCandidate.offered(OFFERED, around);
        assertThat(reviewed.state()).isEqualTo(CandidateState.RELEASED);
        assertThat(reviewed.releasedIn()).isEqualTo("1.1.0");
        assertThat(ReviewedCandidate.withdrawn(List.of(approval("alice")), around)
                        .state())
                .isEqualTo(CandidateState.RELEASED);
    }

    private static ReviewedCandidate reviewed(int needed, Review... reviews) {
        return ReviewedCandidate.offered(
                OFFERED, new Surroundings(List.of(reviews), Map.of(), SemanticVersion.parse("1.0.0"), needed));
    }

    private static Review approval(String account) {
        return new Review("studio-bass", "aa".repeat(32), "1.0.0", Decision.APPROVE, "", account, NOW);
    }
}
