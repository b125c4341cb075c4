package io.auralis.agent.personal;

import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Evidence and what is left of its weight.
 *
 * @param evidence the evidence
 * @param weight what it weighs by now: it fades with time, and faster where taste drifted since
 */
record Weighed(Evidence evidence, double weight) {
    /** @param evidence about one dimension, oldest first */
    static List<Weighed> of(TasteDimension dimension, List<Evidence> evidence, Instant now) {
        Optional<Drift> drift = Drift.latest(dimension, evidence);
        return evidence.stream()
                .map(one -> {
                    double fade = LearningRule.fade(one.at(), now);
                    boolean outdated = drift.filter(change -> one.number() < change.since())
                            .isPresent();
                    return new Weighed(one, one.weight() * fade * (outdated ? LearningRule.AFTER_DRIFT : 1));
                })
                .toList();
    }
}
