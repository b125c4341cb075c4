package io.auralis.agent.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.agent.library.Figures;
import io.auralis.agent.library.PackedFingerprints;
import io.auralis.agent.models.Recalibration;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.detection.Steepness;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharacterizationTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final ProfileBundle FIRST = BuiltInModels.load(SemanticVersion.parse("0.9.0"));

    private static List<Fingerprint> seed(SplittableRandom random, int tracks) {
        return IntStream.range(0, tracks)
                .mapToObj(track -> Figures.seedLibrary(random))
                .toList();
    }

    private static PackedFingerprints packed(List<Fingerprint> tracks) {
        PackedFingerprints all = new PackedFingerprints();
        for (int i = 0; i < tracks.size(); i++) {
            all.add(i + 1, tracks.get(i));
        }
        return all;
    }

    private static boolean covers(RecordingProfile profile, Fingerprint track) {
        return profile.rules().stream().allMatch(rule -> within(rule, track.value(rule.feature())));
    }

    private static boolean within(EvidenceRule rule, double value) {
        Double from = rule.from();
        Double to = rule.to();
        return (from == null || value >= from) && (to == null || value <= to);
    }

    private static double share(List<Fingerprint> tracks, java.util.function.Predicate<Fingerprint> holds) {
        return (double) tracks.stream().filter(holds).count() / tracks.size();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.9.0", "2, 0.9.0", "5, 0.9.0", "9, 0.9.0", "1, 1.0.0", "5, 1.0.0", "9, 1.0.0"})
    void aLibraryOfTheSeedsSignatureGivesAProfileThatKnowsItsHeldOutHalfAndNotTheControls(long seed, String version) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Fingerprint> learnt = seed(random, 150);
        List<Fingerprint> heldOut = seed(random, 150);
        List<Fingerprint> controls =
                IntStream.range(0, 300).mapToObj(i -> Figures.anything(random)).toList();
        ProfileBundle released = BuiltInModels.load(SemanticVersion.parse(version));

        Characterization signature = Characterization.of(packed(learnt), released.model());
        Draft draft = Draft.of("seed", signature.cluster().orElseThrow(), 150, released.model(), NOW);
        double covered = share(heldOut, track -> covers(draft.profile(), track));
        double control = share(controls, track -> covers(draft.profile(), track));

        Recalibration made = Recalibration.of(released, List.of(draft.profile()), 1, "A test.");
        assertThat(made.broken()).isEmpty();
        assertThat(made.cases()).isGreaterThan(180);
        Detector detector = new Detector(made.bundle().model());
        List<Fingerprint> inside =
                heldOut.stream().filter(track -> covers(draft.profile(), track)).toList();
        assertThat(inside).allSatisfy(track -> {
            assertThat(detector.detect(track).type()).isEqualTo(draft.profile().family());
            assertThat(detector.detect(track).confidence()).isGreaterThanOrEqualTo(0.8);
        });
        double sure = share(heldOut, track -> detector.detect(track).confidence() >= 0.8);
        System.out.printf(
                "CharacterizationTest: seed %d on %s: covers %.3f of the held-out half, %.3f of the controls, %.2f"
                        + " deviations; %.3f detected with 0.8 or more%n",
                seed, version, covered, control, draft.cluster().deviations(), sure);
        assertThat(covered).isGreaterThanOrEqualTo(0.9);
        assertThat(control).isLessThanOrEqualTo(0.05);
        assertThat(sure).isGreaterThanOrEqualTo(0.95);
        assertThat(Steepness.of(made.bundle().model())).isLessThanOrEqualTo(Steepness.LARGEST_STEP);
    }

    @Test
    void theSignatureSaysWhichDimensionsDisagreeAndByHowMuch() {
        Characterization signature = Characterization.of(packed(seed(new SplittableRandom(1), 300)), FIRST.model());
        assertThat(signature.types()).containsOnlyKeys(RecordingType.UNKNOWN);
        assertThat(signature.features())
                .extracting(Spread::feature)
                .containsExactly(
                        FingerprintDimension.CREST_DB,
                        FingerprintDimension.BASS_MID_RATIO,
                        FingerprintDimension.SPECTRAL_CENTROID,
                        FingerprintDimension.STEREO_WIDTH);
        ProfileFit studio = signature.profiles().stream()
                .filter(fit -> fit.profile().equals("studio-legacy"))
                .findFirst()
                .orElseThrow();
        assertThat(studio.confidence()).isEqualTo(0.4, Offset.offset(0.01));
        ProfileFit.RuleFit centroid = studio.rules().get(0);
        assertThat(centroid.off()).isEqualTo(3_080 - 320, Offset.offset(20.0));
        assertThat(centroid.inside()).isZero();
        ProfileFit.RuleFit bass = studio.rules().get(2);
        assertThat(bass.off()).isZero();
        assertThat(bass.inside()).isGreaterThan(0.99);
        ProfileFit.RuleFit width = studio.rules().get(4);
        assertThat(width.off()).isEqualTo(0.12 - 0.35, Offset.offset(0.01));
    }

    @Test
    void theDenseClusterIsFoundAmongOtherMusic() {
        SplittableRandom random = new SplittableRandom(8);
        List<Fingerprint> mixed = new java.util.ArrayList<>(seed(random, 200));
        IntStream.range(0, 100).forEach(i -> mixed.add(Figures.anything(random)));
        Characterization.Cluster cluster =
                Characterization.of(packed(mixed), FIRST.model()).cluster().orElseThrow();
        assertThat(cluster.tracks()).isBetween(180, 215);
        Spread centroid = cluster.features().get(2);
        assertThat(centroid.mean()).isEqualTo(3_080, Offset.offset(30.0));
        assertThat(centroid.deviation()).isBetween(70.0, 110.0);
    }

    @Test
    void aHandfulOfTracksHasNoSignature() {
        assertThatThrownBy(() -> Characterization.of(packed(seed(new SplittableRandom(1), 14)), FIRST.model()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The library has 14 tracks; a signature needs at least 15.");
    }

    @Test
    void aProposalToTheMaintainersIsAValidCandidateAndNamesNoTrack() {
        Characterization signature = Characterization.of(packed(seed(new SplittableRandom(1), 100)), FIRST.model());
        Draft draft = Draft.of("mine", signature.cluster().orElseThrow(), 100, FIRST.model(), NOW);
        byte[] bytes = draft.candidate().bytes();
        assertThat(ContractSchema.CANDIDATE.violations(Json.read(bytes, com.fasterxml.jackson.databind.JsonNode.class)))
                .isEmpty();
        assertThat(Candidate.parse(bytes)).isEqualTo(draft.candidate());
    }
}
