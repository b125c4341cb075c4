package io.auralis.publisher.cli;

import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.candidate.CandidateChange;
import io.auralis.contracts.candidate.CandidateChange.GearPriorStep;
import io.auralis.contracts.candidate.CandidateChange.ParameterStep;
import io.auralis.contracts.candidate.CandidateEvidence;
import io.auralis.contracts.candidate.CandidateEvidence.HoldOut;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.publisher.wording.CandidateWording;
import io.auralis.publisher.wording.Figures;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a candidate is proposed, for a reader who has to decide. Counts carry noise, so none is called exact. */
final class EvidenceText {
    private EvidenceText() {}

    static List<String> lines(Candidate candidate) {
        CandidateEvidence evidence = candidate.evidence();
        Table table = new Table();
        table.row("Contributors", "about " + evidence.contributors() + months(evidence.months()));
        TasteDimension dimension = dimension(candidate.change());
        if (dimension != null) {
            table.row("They wish", wish(evidence, dimension));
            table.row("They asked", asks(evidence.asks()));
            table.row("Held out", holdOut(evidence.holdOut(), dimension.unit()));
        }
        table.row(
                "Privacy",
                "epsilon " + Figures.rounded(evidence.privacy().epsilon(), 2) + ", delta "
                        + evidence.privacy().delta() + " (rho "
                        + Figures.rounded(evidence.privacy().rho(), 4) + ")");
        table.row("Method", evidence.method());
        List<String> lines = new ArrayList<>(table.lines());
        if (dimension != null) {
            lines.addAll(WishHistogram.lines(evidence.histogram(), dimension));
        }
        return lines;
    }

    /** What a step moves; null for a new profile, whose contributors wish nothing. */
    private static @Nullable TasteDimension dimension(CandidateChange change) {
        if (change instanceof ParameterStep step) {
            return step.dimension();
        }
        return change instanceof GearPriorStep step ? step.dimension() : null;
    }

    private static String months(List<String> months) {
        if (months.isEmpty()) {
            return "";
        }
        String first = months.get(0);
        String last = months.get(months.size() - 1);
        return first.equals(last) ? ", in " + first : ", from " + first + " to " + last;
    }

    private static String wish(CandidateEvidence evidence, TasteDimension dimension) {
        boolean one = evidence.intervalLow() > 0 || evidence.intervalHigh() < 0;
        return CandidateWording.fine(evidence.location(), dimension) + " on average; 95 % interval "
                + CandidateWording.fine(evidence.intervalLow(), dimension) + " to "
                + CandidateWording.fine(evidence.intervalHigh(), dimension)
                + (one ? ", which excludes no change" : ", which does not exclude no change");
    }

    private static String asks(List<Long> asks) {
        if (asks.size() != 3) {
            return "not counted";
        }
        // Noise can make a small count negative; to a reader that is none.
        return Math.max(0, asks.get(0)) + " mostly for more, " + Math.max(0, asks.get(1)) + " mostly said fine, "
                + Math.max(0, asks.get(2)) + " mostly for less";
    }

    private static String holdOut(HoldOut test, String unit) {
        double before = test.meanAbsoluteDeltaBefore();
        double after = test.meanAbsoluteDeltaAfter();
        String change = before > 0
                ? " (" + Figures.rounded(Math.abs(1 - after / before) * 100, 0) + " % "
                        + (after <= before ? "nearer" : "farther") + ")"
                : "";
        return "about " + test.contributors() + " others, whose mean distance from the model would go from "
                + Figures.rounded(before, 3) + " to " + Figures.with(Figures.rounded(after, 3), unit) + change;
    }
}
