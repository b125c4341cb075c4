package io.auralis.publisher.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a candidate stands. */
public enum CandidateState {
    /** Waits for approvals. */
    @JsonProperty("proposed")
    PROPOSED,
    /** Has its approvals and waits for a release. */
    @JsonProperty("approved")
    APPROVED,
    @JsonProperty("rejected")
    REJECTED,
    @JsonProperty("released")
    RELEASED,
    /** Changes another model than the newest release; the aggregator will derive it anew. */
    @JsonProperty("outdated")
    OUTDATED,
    /** Was decided on, but the aggregator offers it no more. */
    @JsonProperty("withdrawn")
    WITHDRAWN
}
