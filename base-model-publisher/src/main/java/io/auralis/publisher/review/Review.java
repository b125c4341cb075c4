package io.auralis.publisher.review;

import java.time.Instant;

/**
 * One maintainer's decision.
 *
 * @param candidateId on what
 * @param documentSha256 on which state of it
 * @param baseModel the model that the candidate would have changed
 * @param decision approve or reject
 * @param reason why; maybe empty for an approval
 * @param account whose
 * @param decidedAt when
 */
public record Review(
        String candidateId,
        String documentSha256,
        String baseModel,
        Decision decision,
        String reason,
        String account,
        Instant decidedAt) {}
