package io.auralis.aggregator.candidate;

import io.auralis.aggregator.derivation.Outcome;
import io.auralis.contracts.candidate.Candidate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Brings the open candidates to what a derivation found: a cell has at most one, the same figures stay the same row, and
 * a candidate whose cell got another answer is superseded but kept. Lives within one transaction.
 */
final class CandidateTable {
    private final UUID derivation;
    private final Instant now;

    CandidateTable(UUID derivation, Instant now) {
        this.derivation = derivation;
        this.now = now;
    }

    void update(List<Outcome> outcomes) {
        Map<String, Outcome> byCell = new HashMap<>();
        outcomes.forEach(outcome -> byCell.put(outcome.cell().key(), outcome));
        for (CandidateEntity open : CandidateEntity.open()) {
            if (!stands(open, byCell.get(open.cell))) {
                open.supersededAt = now;
            }
        }
        // Before the insertions, since the database admits one open candidate per cell at any moment.
        CandidateEntity.flush();
        outcomes.forEach(outcome -> {
            if (outcome instanceof Outcome.Proposed proposed) {
                offer(proposed.candidate(), proposed.cell().key());
            }
        });
    }

    /** A model or population that has no reports any more gives no outcome, and nothing stands of it. */
    private static boolean stands(CandidateEntity open, @Nullable Outcome outcome) {
        if (outcome instanceof Outcome.Proposed proposed) {
            return proposed.candidate().id().equals(open.id);
        }
        return outcome instanceof Outcome.Refused refused && !refused.refusal().isAnswer();
    }

    private void offer(Candidate candidate, String cell) {
        CandidateEntity known = CandidateEntity.findById(candidate.id());
        if (known == null) {
            new CandidateEntity(candidate, cell, derivation, now).persist();
            new EvidenceEntity(candidate).persist();
        } else {
            known.supersededAt = null;
        }
    }
}
