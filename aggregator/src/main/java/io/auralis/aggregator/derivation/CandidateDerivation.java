package io.auralis.aggregator.derivation;

import io.auralis.aggregator.privacy.Rational;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.candidate.CandidateChange;
import io.auralis.contracts.candidate.CandidateEvidence;
import io.auralis.contracts.candidate.CandidateEvidence.HoldOut;
import io.auralis.contracts.candidate.CandidateEvidence.PrivacySpent;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.TasteDimension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Derives the candidates of one base model. Everything it looks at comes noisy through {@link Releases}; the exact states
 * are only handed on to them. The steps, per population (contributors of one recording type with neutral gear, or with
 * one class of colouring gear) and dimension:
 *
 * <ol>
 *   <li>the month with the most contributors, and enough of them, by noisy counts;
 *   <li>what they want: the 20 % trimmed mean of their deltas, for colouring gear minus what those with neutral gear want;
 *   <li>surely not nothing: the interval, made wider for the eight dimensions that are tried at once (Bonferroni), so that
 *       a population that wants nothing gets a candidate in at most one of twenty derivations, excludes zero;
 *   <li>the step: shrunk by n/(n+10), at most {@value #MOST_STEPS} grid steps, on the grid;
 *   <li>held-out contributors agree: their mean absolute delta falls.
 * </ol>
 */
public final class CandidateDerivation {
    /** 0.5 dB, or 0.05 of width: no single release changes more than what a listener just hears. */
    static final int MOST_STEPS = 5;

    /** As strong as ten contributors who want no change: with k = 50 it takes at most a sixth of the step. */
    private static final double PRIOR_CONTRIBUTORS = 10;

    private static final double LEVEL = 0.95;
    private static final double LEVEL_OF_EACH = 1 - (1 - LEVEL) / TasteDimension.values().length;

    /** Absolute deltas beyond those of nearly all contributors add noise to the test and tell nothing. */
    private static final double SHARE_WITHIN_CLIP = 0.95;

    private final Releases releases;
    private final PrivacyTerms terms;
    private final int minimumContributors;

    /** @param minimumContributors k, at least 1 */
    public CandidateDerivation(Releases releases, PrivacyTerms terms, int minimumContributors) {
        this.releases = releases;
        this.terms = terms;
        this.minimumContributors = minimumContributors;
    }

    /**
     * @param samples of the months to look at; a population without reports has none
     * @return one outcome per cell of the model
     */
    public List<Outcome> derive(SemanticVersion baseModel, List<Sample> samples) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<Cell, Want> neutral = new HashMap<>();
        for (Population population : Population.all(baseModel)) {
            List<Sample> months = samples.stream()
                    .filter(sample -> sample.population().equals(population))
                    .toList();
            Optional<Counted> counted = largest(months);
            // Nobody at all looks like too few: the noisy count could not tell the difference.
            Refusal otherwise = months.isEmpty() ? Refusal.TOO_FEW_CONTRIBUTORS : Refusal.BUDGET_SPENT;
            for (TasteDimension dimension : TasteDimension.values()) {
                Cell cell = new Cell(population, dimension);
                outcomes.add(counted.map(month -> derive(cell, month, neutral))
                        .orElseGet(() -> new Outcome.Refused(cell, otherwise)));
            }
        }
        return outcomes;
    }

    private Optional<Counted> largest(List<Sample> months) {
        return months.stream()
                .flatMap(month -> releases.count(month).map(count -> new Counted(month, count)).stream())
                .max(Comparator.comparingLong(counted -> counted.count().total()));
    }

    private Outcome derive(Cell cell, Counted counted, Map<Cell, Want> neutral) {
        if (!terms.costs().showsEnough(counted.count(), minimumContributors)) {
            return new Outcome.Refused(cell, Refusal.TOO_FEW_CONTRIBUTORS);
        }
        Optional<NoisyDistribution> distribution = releases.distribution(counted.sample(), cell.dimension());
        if (distribution.isEmpty()) {
            return new Outcome.Refused(cell, Refusal.BUDGET_SPENT);
        }
        Want want = want(counted, distribution.get());
        if (cell.population().isNeutral()) {
            neutral.put(cell, want);
        } else {
            Want reference = neutral.get(new Cell(cell.population().neutral(), cell.dimension()));
            if (reference == null) {
                return new Outcome.Refused(cell, Refusal.NO_NEUTRAL_REFERENCE);
            }
            want = want.beyond(reference);
        }
        if (want.includesNoChange(LEVEL_OF_EACH)) {
            return new Outcome.Refused(cell, Refusal.NO_CHANGE_WANTED);
        }
        int steps = steps(want, counted.count());
        return steps == 0
                ? new Outcome.Refused(cell, Refusal.STEP_BELOW_GRID)
                : test(cell, new Finding(counted, distribution.get(), want, steps));
    }

    private Outcome test(Cell cell, Finding finding) {
        int common = finding.want()
                .histogram()
                .absoluteQuantile(SHARE_WITHIN_CLIP, terms.costs().binSigma());
        int clip = Math.max(MOST_STEPS, common);
        Optional<NoisyTest> test = releases.test(finding.counted().sample(), cell.dimension(), finding.steps(), clip);
        if (test.isEmpty()) {
            return new Outcome.Refused(cell, Refusal.BUDGET_SPENT);
        }
        return test.get().difference() >= 0
                ? new Outcome.Refused(cell, Refusal.HELD_OUT_DISAGREE)
                : new Outcome.Proposed(cell, candidate(cell, finding, test.get()));
    }

    private Want want(Counted counted, NoisyDistribution distribution) {
        NoisyHistogram histogram =
                NoisyHistogram.of(distribution.histogram(), counted.count().train());
        String month = counted.sample().month();
        double variance =
                histogram.variance(terms.costs().binSigma(), terms.costs().countSigma());
        return new Want(histogram, histogram.location(), variance, month, month);
    }

    private static int steps(Want want, NoisyCount count) {
        double shrunk = want.location() * count.train() / (count.train() + PRIOR_CONTRIBUTORS);
        return (int) Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.rint(shrunk)));
    }

    private Candidate candidate(Cell cell, Finding finding, NoisyTest test) {
        CandidateChange change = cell.change(finding.steps());
        CandidateEvidence evidence = evidence(cell, finding, test);
        String figures = Sha256.hex(Json.canonical(List.of(change, evidence)));
        // The same figures have the same id, so that proposing them again changes nothing.
        return new Candidate(
                Candidate.SCHEMA,
                cell.key() + "-" + figures.substring(0, 12),
                cell.population().baseModel(),
                change,
                evidence);
    }

    private CandidateEvidence evidence(Cell cell, Finding finding, NoisyTest test) {
        TasteDimension dimension = cell.dimension();
        Want want = finding.want();
        NoisyCount count = finding.counted().count();
        double halfWidth = want.halfWidth(LEVEL);
        // What remains cannot be negative, so there was at least as much as what the step takes away.
        double before = (double) Math.max(test.before(), -test.difference()) / count.heldOut();
        double after = before + (double) test.difference() / count.heldOut();
        return new CandidateEvidence(
                count.total(),
                List.of(want.firstMonth(), want.lastMonth()),
                inUnit(dimension, want.location()),
                inUnit(dimension, want.location() - halfWidth),
                inUnit(dimension, want.location() + halfWidth),
                finding.distribution().voices().stream()
                        .map(voices -> Math.max(0, voices))
                        .toList(),
                new HoldOut(count.heldOut(), inUnit(dimension, before), inUnit(dimension, after)),
                finding.distribution().histogram(),
                privacy(),
                Method.inWords(cell, minimumContributors, terms));
    }

    private PrivacySpent privacy() {
        Rational rho = terms.costs().ofOneCandidate();
        return new PrivacySpent(round(rho.toDouble(), 6), round(terms.epsilon(rho), 4), terms.delta());
    }

    /** A hundredth of a grid step: further digits are noise. */
    private static double inUnit(TasteDimension dimension, double steps) {
        return round(steps * dimension.grid(), dimension.grid() < 0.1 ? 4 : 3);
    }

    private static double round(double value, int digits) {
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .doubleValue();
    }

    /** A month's reports with how many they are. */
    private record Counted(Sample sample, NoisyCount count) {}

    /** What was found of a cell before the test. */
    private record Finding(Counted counted, NoisyDistribution distribution, Want want, int steps) {}
}
