package io.auralis.aggregator.candidate;

import io.auralis.aggregator.derivation.Outcome;
import io.auralis.aggregator.derivation.Refusal;
import io.auralis.contracts.candidate.Candidate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a derivation came to.
 *
 * @param startedAt ISO 8601, UTC
 * @param candidates proposed ones, those that stood before with the same figures among them
 * @param refused number of cells without a candidate, by the reason's code
 * @param reasons sentence of each of those codes
 * @param refusedCells code per cell, without those that have too few contributors, which are most
 */
public record DerivationReport(
        String startedAt,
        List<Candidate> candidates,
        Map<String, Integer> refused,
        Map<String, String> reasons,
        Map<String, String> refusedCells) {

    static DerivationReport of(String startedAt, List<Outcome> outcomes) {
        List<Candidate> candidates = outcomes.stream()
                .filter(Outcome.Proposed.class::isInstance)
                .map(outcome -> ((Outcome.Proposed) outcome).candidate())
                .toList();
        Map<String, Integer> refused = new TreeMap<>();
        Map<String, String> reasons = new TreeMap<>();
        Map<String, String> cells = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Refused no) {
                refused.merge(no.refusal().code(), 1, Integer::sum);
                reasons.put(no.refusal().code(), no.refusal().sentence());
                if (no.refusal() != Refusal.TOO_FEW_CONTRIBUTORS) {
                    cells.put(no.cell().key(), no.refusal().code());
                }
            }
        }
        return new DerivationReport(startedAt, candidates, refused, reasons, cells);
    }

    int refusals() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }
}
