package io.auralis.engine.detection;

import java.util.List;

/**
 * @param profile the profile's id
 * @param confidence its score, capped by the profile, 0..1; a score, not a probability
 * @param rules every rule's judgement, in the model's order
 */
public record ProfileScore(String profile, double confidence, List<RuleScore> rules) {
    public ProfileScore {
        rules = List.copyOf(rules);
    }
}
