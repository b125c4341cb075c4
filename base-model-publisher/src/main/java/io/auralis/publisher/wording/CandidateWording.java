package io.auralis.publisher.wording;

import io.auralis.contracts.candidate.CandidateChange;
import io.auralis.contracts.candidate.CandidateChange.GearPriorStep;
import io.auralis.contracts.candidate.CandidateChange.NewProfile;
import io.auralis.contracts.candidate.CandidateChange.ParameterStep;
import io.auralis.contracts.candidate.CandidateEvidence;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;

/** What a candidate would change, and why, in words. */
public final class CandidateWording {
    private CandidateWording() {}

    /** {@code STUDIO bass +0.4 dB}, {@code STUDIO width -0.03 for thin headphones}, {@code new profile jazz-warm (STUDIO)}. */
    public static String headline(CandidateChange change) {
        if (change instanceof ParameterStep step) {
            return step.recordingType() + " " + step(step.dimension(), step.step());
        }
        if (change instanceof GearPriorStep step) {
            return step.recordingType() + " " + step(step.dimension(), step.step()) + " for " + gear(step.gearClass());
        }
        NewProfile added = (NewProfile) change;
        return "new profile " + added.profile().id() + " (" + added.profile().family() + ")";
    }

    /** {@code about 412 contributors wish +0.42 dB on average (95 % interval +0.31 to +0.53)}. */
    public static String reason(CandidateChange change, CandidateEvidence evidence) {
        String contributors = "about " + evidence.contributors() + " contributors";
        if (change instanceof ParameterStep step) {
            return contributors + wish(step.dimension(), evidence);
        }
        if (change instanceof GearPriorStep step) {
            return contributors + wish(step.dimension(), evidence);
        }
        return contributors + " have such recordings, which no profile covers";
    }

    /** {@code bass +0.4 dB}. */
    public static String step(TasteDimension dimension, double step) {
        return name(dimension) + " " + Figures.with(Figures.signed(step), dimension.unit());
    }

    /** The dimension in words. */
    public static String name(TasteDimension dimension) {
        return dimension.key().replace('_', '-');
    }

    /** The gear in words. */
    public static String gear(GearClass gearClass) {
        return gearClass.key().replace('-', ' ');
    }

    /** A mean of deltas, one decimal finer than the dimension's grid: {@code +0.42 dB}, {@code -0.031}. */
    public static String fine(double mean, TasteDimension dimension) {
        int decimals = 1 - (int) Math.floor(Math.log10(dimension.grid()));
        return Figures.with(Figures.signed(mean, decimals), dimension.unit());
    }

    private static String wish(TasteDimension dimension, CandidateEvidence evidence) {
        return " wish " + fine(evidence.location(), dimension) + " on average (95 % interval "
                + fine(evidence.intervalLow(), dimension) + " to " + fine(evidence.intervalHigh(), dimension) + ")";
    }
}
