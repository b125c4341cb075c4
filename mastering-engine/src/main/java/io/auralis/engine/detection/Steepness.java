package io.auralis.engine.detection;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much a model's confidence can jump when one feature moves by 1 % of its typical range. More than
 * {@value #LARGEST_STEP} would let a verdict hang on what two decodings of one song differ by.
 *
 * <p>A profile's score over one feature is piecewise linear, so the largest difference over a given distance begins or
 * ends at one of its corners; looking at these is exact. The cap of a profile and the choice of the best one only ever
 * make a difference smaller.
 */
public final class Steepness {
    /** The most that confidence may move. */
    public static final double LARGEST_STEP = 0.03;

    /** Of the typical range: the smallest move of a feature that is worth telling. */
    public static final double MOVE = 0.01;

    private Steepness() {}

    /** The largest step of any profile of a model, over all features. */
    public static double of(BaseModel model) {
        return model.profiles().stream().mapToDouble(Steepness::of).max().orElse(0);
    }

    /** The largest step of one profile's confidence. */
    public static double of(RecordingProfile profile) {
        Map<FingerprintDimension, List<EvidenceRule>> rules = new EnumMap<>(FingerprintDimension.class);
        profile.rules()
                .forEach(rule -> rules.computeIfAbsent(rule.feature(), feature -> new ArrayList<>())
                        .add(rule));
        double largest = 0;
        for (Map.Entry<FingerprintDimension, List<EvidenceRule>> feature : rules.entrySet()) {
            largest = Math.max(largest, largest(feature.getValue(), move(feature.getKey())));
        }
        return largest;
    }

    /** 1 % of the typical range, in the feature's unit. */
    public static double move(FingerprintDimension feature) {
        return MOVE * (feature.typicalHigh() - feature.typicalLow());
    }

    /** The narrowest fade that a rule of so many points may have, in the feature's unit. */
    public static double narrowestFade(FingerprintDimension feature, double points) {
        return points * move(feature) / LARGEST_STEP;
    }

    private static double largest(List<EvidenceRule> rules, double move) {
        double largest = 0;
        for (double corner : corners(rules)) {
            // From just outside a hard edge to just inside it is a step, too: both sides of a corner are looked at.
            for (double at : new double[] {corner, Math.nextUp(corner), Math.nextDown(corner)}) {
                double here = score(rules, at);
                largest = Math.max(largest, Math.abs(here - score(rules, at + move)));
                largest = Math.max(largest, Math.abs(here - score(rules, at - move)));
            }
        }
        return largest;
    }

    private static List<Double> corners(List<EvidenceRule> rules) {
        List<Double> corners = new ArrayList<>();
        for (EvidenceRule rule : rules) {
            Double from = rule.from();
            Double to = rule.to();
            if (from != null) {
                corners.add(from);
                corners.add(from - rule.fadeBelow());
            }
            if (to != null) {
                corners.add(to);
                corners.add(to + rule.fadeAbove());
            }
        }
        return corners;
    }

    private static double score(List<EvidenceRule> rules, double value) {
        return rules.stream()
                .mapToDouble(rule -> rule.points() * rule.membership(value))
                .sum();
    }
}
