package io.auralis.aggregator.candidate;

import io.auralis.contracts.candidate.Candidate;

/**
 * A candidate that stands.
 *
 * @param derivedAt when its figures were first found, ISO 8601, UTC
 */
public record OpenCandidate(String derivedAt, Candidate candidate) {
    static OpenCandidate of(CandidateEntity entity) {
        return new OpenCandidate(entity.derivedAt.toString(), entity.candidate());
    }
}
