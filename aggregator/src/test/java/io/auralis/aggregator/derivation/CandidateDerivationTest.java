package io.auralis.aggregator.derivation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.aggregator.privacy.Rational;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.Reports;
import io.auralis.aggregator.statistics.Voice;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.candidate.CandidateChange.GearPriorStep;
import io.auralis.contracts.candidate.CandidateChange.ParameterStep;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CandidateDerivationTest {
    private static final SemanticVersion MODEL = SemanticVersion.parse("1.0.0");
    private static final int K = 50;

    /** The service's defaults. */
    private static final PrivacyTerms HONEST =
            new PrivacyTerms(PrivacyCosts.of(Rational.of(3, 4)), Rational.of(3, 1), 1e-6);

    /** So little noise that it rounds to none. */
    private static final PrivacyTerms EXACT =
            new PrivacyTerms(PrivacyCosts.of(Rational.of(1_000_000, 1)), Rational.of(1_000_000, 1), 1e-6);

    @ParameterizedTest(name = "{0} contributors, seed {1}")
    @CsvSource({"150, 1", "150, 2", "150, 3", "220, 4", "220, 5", "220, 6", "300, 7", "300, 8", "300, 9"})
    void aPopulationOfOrdinarySizeGivesACandidateNearItsTrueMean(int contributors, long seed) {
        Random random = new Random(seed);
        Sample sample = neutral(contributors, () -> (int) Math.rint(4.5 + 3 * random.nextGaussian()));

        assertThat(candidates(seed, HONEST, sample)).singleElement().satisfies(candidate -> {
            ParameterStep step = (ParameterStep) candidate.change();
            assertThat(step.recordingType()).isEqualTo(RecordingType.STUDIO);
            assertThat(step.dimension()).isEqualTo(TasteDimension.BASS);
            assertThat(step.step()).isCloseTo(0.45, within(0.2));
            assertThat(candidate.evidence().location()).isCloseTo(0.45, within(0.2));
            assertThat(candidate.evidence().intervalLow()).isPositive();
            assertThat(candidate.evidence().contributors()).isCloseTo(contributors, within(20L));
            assertThat(candidate.evidence().holdOut().meanAbsoluteDeltaAfter())
                    .isLessThan(candidate.evidence().holdOut().meanAbsoluteDeltaBefore());
        });
    }

    @Test
    void theIntervalHoldsTheTruthAboutAsOftenAsItSays() {
        int missed = 0;
        int populations = 60;
        for (long seed = 0; seed < populations; seed++) {
            Random random = new Random(seed);
            Sample sample = neutral(200, () -> (int) Math.rint(2 + 4 * random.nextGaussian()));
            FreshReleases releases = new FreshReleases(seed, HONEST.costs());
            double train = releases.count(sample).orElseThrow().train();
            NoisyHistogram histogram = NoisyHistogram.of(
                    releases.distribution(sample, TasteDimension.BASS)
                            .orElseThrow()
                            .histogram(),
                    train);
            double variance =
                    histogram.variance(HONEST.costs().binSigma(), HONEST.costs().countSigma());
            double halfWidth = histogram.intervalFactor(0.95) * Math.sqrt(variance);
            missed += Math.abs(histogram.location() - 2) > halfWidth ? 1 : 0;
            assertThat(halfWidth).isLessThan(2.5);
        }

        // Of 60 with 5 % each: more than 8 has a chance of 1 in 200.
        assertThat(missed).isLessThanOrEqualTo(8);
    }

    @Test
    void aPopulationThatWantsNothingHardlyEverGetsACandidate() {
        int proposed = 0;
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            proposed += candidates(seed, HONEST, neutral(200, () -> (int) Math.rint(3 * random.nextGaussian())))
                    .size();
        }

        assertThat(proposed).isLessThanOrEqualTo(3);
    }

    @Test
    void fewerThanTheLeastNumberGiveNothing() {
        assertThat(candidates(1, EXACT, neutral(K, () -> 5))).hasSize(1);
        assertThat(refusal(outcomes(1, EXACT, neutral(K - 1, () -> 5)), TasteDimension.BASS))
                .isEqualTo(Refusal.TOO_FEW_CONTRIBUTORS);
    }

    @Test
    void withNoiseTooFewerThanTheLeastNumberGiveNothing() {
        for (long seed = 0; seed < 30; seed++) {
            assertThat(candidates(seed, HONEST, neutral(K - 1, () -> 5))).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}: all want {1} steps, the model moves by {2}")
    @CsvSource({"BASS, 4, 0.4", "BASS, 1, 0.1", "BASS, 30, 0.5", "BASS, -30, -0.5", "WIDTH, -15, -0.05", "AIR, -3, -0.3"
    })
    void theStepIsTheShrunkWishBounded(TasteDimension dimension, int steps, double expected) {
        Sample sample = sample(GearClass.NEUTRAL_SPEAKERS, dimension, "2026-11", 300, owner -> steps);

        assertThat(candidates(1, EXACT, sample))
                .singleElement()
                .extracting(Candidate::change)
                .isEqualTo(new ParameterStep(RecordingType.STUDIO, dimension, expected));
    }

    @Test
    void aSmallPopulationIsShrunkMore() {
        // 40 of 50 are of the train fold, more or less: 4 steps times 40/50 is 3.2.
        assertThat(step(neutral(K, () -> 4))).isEqualTo(0.3);
        assertThat(step(neutral(500, () -> 4))).isEqualTo(0.4);
    }

    @Test
    void aSixthOfLiarsAtTheLimitMovesTheStepByNoMoreThanTheyCouldHonestly() {
        Sample sample = sample(
                GearClass.NEUTRAL_HEADPHONES, TasteDimension.BASS, "2026-11", 300, owner -> owner % 6 == 0 ? -60 : 3);

        assertThat(candidates(1, EXACT, sample))
                .singleElement()
                .satisfies(
                        candidate -> assertThat(candidate.evidence().location()).isCloseTo(0.3, within(0.001)));
    }

    @Test
    void whatTheHeldOutContributorsDoNotWantIsNotProposed() {
        Sample sample = sample(
                GearClass.NEUTRAL_HEADPHONES,
                TasteDimension.BASS,
                "2026-11",
                300,
                owner -> isHeldOut(Reports.id(owner)) ? -5 : 5);

        assertThat(refusal(outcomes(1, EXACT, sample), TasteDimension.BASS)).isEqualTo(Refusal.HELD_OUT_DISAGREE);
    }

    @Test
    void whatOneGearWantsBeyondNeutralGearMovesThatGearsPrior() {
        Sample neutral = neutral(300, () -> 1);
        Sample bright = sample(GearClass.BRIGHT_HEADPHONES, TasteDimension.BASS, "2026-11", 300, owner -> 4);

        assertThat(candidates(1, EXACT, neutral, bright))
                .extracting(Candidate::change)
                .containsExactly(
                        new ParameterStep(RecordingType.STUDIO, TasteDimension.BASS, 0.1),
                        new GearPriorStep(RecordingType.STUDIO, GearClass.BRIGHT_HEADPHONES, TasteDimension.BASS, 0.3));
    }

    @Test
    void whatEveryGearWantsAlikeMovesTheModelOnly() {
        Sample neutral = neutral(300, () -> 4);
        Sample bright = sample(GearClass.BRIGHT_HEADPHONES, TasteDimension.BASS, "2026-11", 300, owner -> 4);

        assertThat(candidates(1, EXACT, neutral, bright))
                .extracting(Candidate::change)
                .containsExactly(new ParameterStep(RecordingType.STUDIO, TasteDimension.BASS, 0.4));
    }

    @Test
    void withoutNeutralGearToCompareWithNothingIsSaidOfAGear() {
        Sample bright = sample(GearClass.BRIGHT_HEADPHONES, TasteDimension.BASS, "2026-11", 300, owner -> 4);

        assertThat(outcomes(1, EXACT, bright))
                .filteredOn(outcome -> outcome.cell().population().equals(bright.population()))
                .allSatisfy(outcome ->
                        assertThat(((Outcome.Refused) outcome).refusal()).isEqualTo(Refusal.NO_NEUTRAL_REFERENCE));
    }

    @Test
    void theMonthWithTheMostContributorsCountsAlone() {
        Sample october = sample(GearClass.NEUTRAL_SPEAKERS, TasteDimension.BASS, "2026-10", 200, owner -> 4);
        Sample november = sample(GearClass.NEUTRAL_SPEAKERS, TasteDimension.BASS, "2026-11", 60, owner -> -4);

        assertThat(candidates(1, EXACT, november, october)).singleElement().satisfies(candidate -> {
            assertThat(candidate.evidence().contributors()).isEqualTo(200);
            assertThat(candidate.evidence().months()).containsExactly("2026-10", "2026-10");
            assertThat(candidate.evidence().location()).isEqualTo(0.4);
        });
    }

    @Test
    void theEvidenceSaysWhatPrivacyWasSpentAndIsAValidDocument() {
        Candidate candidate = candidates(1, HONEST, neutral(300, () -> 4)).get(0);

        assertThat(candidate.evidence().privacy().rho()).isEqualTo(0.1725);
        assertThat(candidate.evidence().privacy().epsilon()).isCloseTo(3.0, within(0.3));
        assertThat(candidate.evidence().privacy().delta()).isEqualTo(1e-6);
        assertThat(candidate.evidence().histogram()).hasSize(121);
        assertThat(candidate.evidence().method()).contains("rho 0.75 (epsilon ", "rho 3 (epsilon ");
        assertThat(ContractSchema.CANDIDATE.violations(Json.mapper().valueToTree(candidate)))
                .isEmpty();
        assertThat(Candidate.parse(candidate.bytes())).isEqualTo(candidate);
    }

    @Test
    void theSameFiguresGiveTheSameIdAndOthersAnother() {
        Sample sample = neutral(300, () -> 4);

        assertThat(candidates(1, HONEST, sample)).isEqualTo(candidates(1, HONEST, sample));
        assertThat(candidates(1, HONEST, sample).get(0).id())
                .startsWith("1-0-0-studio-neutral-bass-")
                .isNotEqualTo(candidates(2, HONEST, sample).get(0).id());
    }

    @Test
    void everyCellOfTheModelGetsAnAnswer() {
        assertThat(outcomes(1, EXACT))
                .hasSize(3 * 9 * TasteDimension.values().length)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Refused.class));
    }

    private static double step(Sample sample) {
        return ((ParameterStep) candidates(1, EXACT, sample).get(0).change()).step();
    }

    private static boolean isHeldOut(String reportId) {
        return Long.parseLong(reportId.substring(0, 8), 16) % 5 == 0;
    }

    private static Refusal refusal(List<Outcome> outcomes, TasteDimension dimension) {
        Cell cell = new Cell(new Population(MODEL, RecordingType.STUDIO, null), dimension);
        return outcomes.stream()
                .filter(outcome -> outcome.cell().equals(cell))
                .map(outcome -> ((Outcome.Refused) outcome).refusal())
                .findFirst()
                .orElseThrow();
    }

    private static Sample neutral(int contributors, IntSupplier steps) {
        return sample(
                GearClass.NEUTRAL_HEADPHONES, TasteDimension.BASS, "2026-11", contributors, owner -> steps.getAsInt());
    }

    private static Sample sample(
            GearClass gear, TasteDimension dimension, String month, int contributors, IntUnaryOperator stepsOf) {
        CohortState state = CohortState.EMPTY;
        for (int owner = 0; owner < contributors; owner++) {
            TasteReport report = Reports.wanting(RecordingType.STUDIO, gear, dimension, stepsOf.applyAsInt(owner));
            state = state.plus(Voice.of(ReportRecord.live(Reports.id(owner), 1, report)));
        }
        return new Sample(new Population(MODEL, RecordingType.STUDIO, gear.isNeutral() ? null : gear), month, state);
    }

    private static List<Candidate> candidates(long seed, PrivacyTerms terms, Sample... samples) {
        return outcomes(seed, terms, samples).stream()
                .filter(Outcome.Proposed.class::isInstance)
                .map(outcome -> ((Outcome.Proposed) outcome).candidate())
                .toList();
    }

    private static List<Outcome> outcomes(long seed, PrivacyTerms terms, Sample... samples) {
        return new CandidateDerivation(new FreshReleases(seed, terms.costs()), terms, K)
                .derive(MODEL, List.of(samples));
    }
}
