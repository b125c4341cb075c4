package io.auralis.publisher.review;

import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.json.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A candidate as the aggregator offers it now.
 *
 * @param candidate the change with its evidence
 * @param derivedAt when the aggregator derived it
 * @param documentSha256 of its document: what a decision refers to
 */
public record OfferedCandidate(Candidate candidate, Instant derivedAt, String documentSha256) {

    /** @throws IllegalArgumentException if the row's document is not a candidate, or not the row's */
    static OfferedCandidate of(CandidateRow row) {
        byte[] document = row.document.getBytes(StandardCharsets.UTF_8);
        Candidate candidate = Candidate.parse(document);
        if (!candidate.id().equals(row.id) || !candidate.baseModel().toString().equals(row.baseModel)) {
            throw new IllegalArgumentException("a candidate's row and document name different things");
        }
        return new OfferedCandidate(candidate, row.derivedAt, Sha256.hex(document));
    }
}
