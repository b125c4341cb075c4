package io.auralis.contracts.basemodel;

import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One kind of recording: how it is recognised and what is done with it.
 *
 * @param id stable name, lower-case words joined by hyphens
 * @param family its recording type, never UNKNOWN
 * @param philosophy what mastering means for it
 * @param maxConfidence cap of its confidence, above 0 and at most 1
 * @param rules the evidence for it, at least one
 * @param parameters what is asked of the chain
 * @param gearPriors where a new listener of a gear class starts: per dimension, in its unit; absent means 0
 * @param hearingPriors the same per hearing class
 * @param provenance where its numbers come from, in words
 */
public record RecordingProfile(
        String id,
        RecordingType family,
        Philosophy philosophy,
        double maxConfidence,
        List<EvidenceRule> rules,
        MasteringParameters parameters,
        Map<GearClass, Map<TasteDimension, Double>> gearPriors,
        Map<HearingClass, Map<TasteDimension, Double>> hearingPriors,
        String provenance) {

    public RecordingProfile {
        if (id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a profile id is lower-case words joined by hyphens");
        }
        if (family == null || family == RecordingType.UNKNOWN) {
            throw new IllegalArgumentException("profile " + id + " needs a family other than UNKNOWN");
        }
        if (philosophy == null || parameters == null || provenance == null) {
            throw new IllegalArgumentException("profile " + id + " needs philosophy, parameters and provenance");
        }
        MasteringParameters.requireWithin("maxConfidence", maxConfidence, 1e-9, 1);
        if (rules == null || rules.isEmpty()) {
            throw new IllegalArgumentException("profile " + id + " needs a rule");
        }
        rules = List.copyOf(rules);
        gearPriors = gearPriors == null ? Map.of() : copy(gearPriors);
        hearingPriors = hearingPriors == null ? Map.of() : copy(hearingPriors);
    }

    /** Where a listener with this gear and hearing starts, in the dimension's unit: the sum of both priors. */
    public double prior(GearClass gear, HearingClass hearing, TasteDimension dimension) {
        return gearPriors.getOrDefault(gear, Map.of()).getOrDefault(dimension, 0.0)
                + hearingPriors.getOrDefault(hearing, Map.of()).getOrDefault(dimension, 0.0);
    }

    public RecordingProfile withParameters(MasteringParameters changed) {
        return new RecordingProfile(
                id, family, philosophy, maxConfidence, rules, changed, gearPriors, hearingPriors, provenance);
    }

    public RecordingProfile withGearPriors(Map<GearClass, Map<TasteDimension, Double>> changed) {
        return new RecordingProfile(
                id, family, philosophy, maxConfidence, rules, parameters, changed, hearingPriors, provenance);
    }

    private static <K extends Comparable<K>> Map<K, Map<TasteDimension, Double>> copy(
            Map<K, Map<TasteDimension, Double>> priors) {
        Map<K, Map<TasteDimension, Double>> copied = new TreeMap<>();
        priors.forEach((key, values) -> copied.put(key, java.util.Collections.unmodifiableMap(new TreeMap<>(values))));
        return java.util.Collections.unmodifiableMap(copied);
    }
}
