package io.auralis.publisher.release;

import static io.auralis.publisher.Candidates.parameter;
import static io.auralis.publisher.Candidates.prior;
import static io.auralis.publisher.Candidates.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.MasteringParameters;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelComposerTest {
    private static final ProfileBundle PREVIOUS = BuiltInModels.newest();
    private static final SemanticVersion NEXT = SemanticVersion.parse("1.1.0");

    @Test
    void aToneStepMovesEveryProfileOfTheFamilyAndNoOther() {
        ProfileBundle composed = compose(parameter("a", "1.0.0", TasteDimension.BASS, 0.3));
        assertThat(parameters(composed, "studio-hd-bright").toneDb().bass()).isEqualTo(1.8);
        assertThat(parameters(composed, "studio-legacy").toneDb().bass()).isEqualTo(1.8);
        assertThat(composed.model().profile("metal-bright"))
                .isEqualTo(PREVIOUS.model().profile("metal-bright"));
        assertThat(composed.changelog())
                .containsExactly(
                        "STUDIO bass +0.3 dB: studio-hd-bright from 1.5 to 1.8 dB, studio-legacy from 1.5 to"
                                + " 1.8 dB; about 412 contributors wish +0.31 dB on average (95 % interval +0.26 dB to +0.36 dB).");
    }

    @Test
    void eachDimensionMovesItsOwnParameterOnly() {
        MasteringParameters before = parameters(PREVIOUS, "metal-bright");
        for (TasteDimension dimension : TasteDimension.values()) {
            double step = dimension == TasteDimension.WIDTH ? 0.05 : 0.5;
            MasteringParameters after =
                    parameters(compose(parameter("a", "1.0.0", RecordingType.METAL, dimension, step)), "metal-bright");
            List<Double> moved = new ArrayList<>();
            for (int i = 0; i < figures(before).size(); i++) {
                moved.add(figures(after).get(i) - figures(before).get(i));
            }
            for (int i = 0; i < moved.size(); i++) {
                assertThat(moved.get(i))
                        .as("%s moves %s", dimension, TasteDimension.values()[i])
                        .isEqualTo(i == dimension.ordinal() ? step : 0, org.assertj.core.api.Assertions.within(1e-9));
            }
            assertThat(after.ceilingDbtp()).isEqualTo(before.ceilingDbtp());
            assertThat(after.stereoStrategy()).isEqualTo(before.stereoStrategy());
        }
    }

    @Test
    void aWidthStepOfAProfileThatKeepsTheWidthMovesTheStartOfNeutralGear() {
        ProfileBundle composed = compose(parameter("a", "1.0.0", TasteDimension.WIDTH, -0.05));
        assertThat(parameters(composed, "studio-hd-bright").stereoWidthTarget()).isEqualTo(0.13);
        RecordingProfile profile = composed.model().profile("studio-hd-bright").orElseThrow();
        assertThat(profile.prior(GearClass.NEUTRAL_SPEAKERS, HearingClass.NORMAL, TasteDimension.WIDTH))
                .isEqualTo(-0.05);
        assertThat(profile.prior(GearClass.NEUTRAL_HEADPHONES, HearingClass.NORMAL, TasteDimension.WIDTH))
                .isEqualTo(-0.05);
        assertThat(profile.prior(GearClass.BASSY_SPEAKERS, HearingClass.NORMAL, TasteDimension.WIDTH))
                .isZero();
        assertThat(composed.changelog().get(0))
                .startsWith(
                        "STUDIO width -0.05: studio-hd-bright keeps each track's own width, so the start for neutral"
                                + " headphones and neutral speakers moves instead, from 0 to -0.05, studio-legacy");
    }

    @Test
    void aWidthStepOfAProfileWithATargetMovesTheTarget() {
        ProfileBundle composed = compose(parameter("a", "1.0.0", RecordingType.BOOTLEG, TasteDimension.WIDTH, 0.05));
        assertThat(parameters(composed, "bootleg-dark").stereoWidthTarget()).isEqualTo(0.35);
    }

    @Test
    void aGearPriorAddsToWhatIsThere() {
        ProfileBundle once = compose(prior("a", "1.0.0", GearClass.THIN_HEADPHONES, TasteDimension.BASS, 0.4));
        ProfileBundle twice = ModelComposer.compose(
                once,
                SemanticVersion.parse("1.2.0"),
                List.of(prior("b", "1.1.0", GearClass.THIN_HEADPHONES, TasteDimension.BASS, 0.2)),
                "More.");
        assertThat(twice.model().profile("studio-legacy").orElseThrow().gearPriors())
                .isEqualTo(Map.of(GearClass.THIN_HEADPHONES, Map.of(TasteDimension.BASS, 0.6)));
        assertThat(twice.changelog().get(0))
                .startsWith("STUDIO bass +0.2 dB for thin headphones: studio-hd-bright from 0.4 to 0.6 dB,");
    }

    @Test
    void aNewProfileIsAppendedAndNotMovedByTheSameRelease() {
        RecordingProfile added = newProfile("studio-warm");
        ProfileBundle composed =
                compose(profile("a", "1.0.0", added), parameter("b", "1.0.0", TasteDimension.BASS, 0.3));
        assertThat(composed.model().profiles()).hasSize(5).last().isEqualTo(added);
        assertThat(composed.changelog().get(0))
                .isEqualTo("New profile studio-warm (STUDIO); about 412 contributors have such recordings, which no"
                        + " profile covers.");
    }

    @Test
    void aStepBeyondTheLegalRangeEndsAtItsEdgeAndSaysSo() {
        ProfileBundle bundle = PREVIOUS;
        for (int minor = 1; minor <= 22; minor++) {
            bundle = ModelComposer.compose(
                    bundle,
                    new SemanticVersion(1, minor, 0),
                    List.of(parameter("a", bundle.model().version().toString(), TasteDimension.BASS, 0.5)),
                    "More.");
        }
        assertThat(parameters(bundle, "studio-legacy").toneDb().bass()).isEqualTo(12);
        assertThat(bundle.changelog().get(0)).contains("studio-legacy from 12 to 12 dB (the limit)");
    }

    @Test
    void theSameCandidatesInAnyOrderGiveTheSameBytes() {
        List<Candidate> candidates = new ArrayList<>(List.of(
                parameter("studio-bass", "1.0.0", TasteDimension.BASS, 0.3),
                parameter("studio-punch", "1.0.0", TasteDimension.PUNCH, 1),
                prior("studio-thin-bass", "1.0.0", GearClass.THIN_SPEAKERS, TasteDimension.BASS, 0.4),
                profile("warm", "1.0.0", newProfile("studio-warm"))));
        byte[] first = compose(candidates).bytes();
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(candidates, new Random(seed));
            assertThat(compose(candidates).bytes()).as("seed %d", seed).isEqualTo(first);
        }
        assertThat(ProfileBundle.parse(first).bytes()).isEqualTo(first);
        assertThat(ContractSchema.PROFILE_BUNDLE.violations(Json.read(first, JsonNode.class)))
                .isEmpty();
    }

    @Test
    void theBundleNamesWhatItIsMadeOf() {
        ProfileBundle composed = compose(parameter("a", "1.0.0", TasteDimension.BASS, 0.3));
        assertThat(composed.model().version()).isEqualTo(NEXT);
        assertThat(composed.provenance())
                .isEqualTo(new ProfileBundle.Provenance(
                        SemanticVersion.parse("1.0.0"),
                        Sha256.hex(BuiltInModels.bytes(SemanticVersion.parse("1.0.0"))),
                        List.of("a"),
                        "What listeners asked for."));
        assertThat(Json.canonicalText(composed.evidence().get(0)))
                .isEqualTo(Json.canonicalText(parameter("a", "1.0.0", TasteDimension.BASS, 0.3)));
    }

    @Test
    void candidatesThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> compose(
                        parameter("a", "1.0.0", TasteDimension.BASS, 0.3),
                        parameter("b", "1.0.0", TasteDimension.BASS, 0.1)))
                .isInstanceOf(ConflictingCandidatesException.class)
                .hasMessage(
                        "Candidates a and b move the same thing; reject one of them or name the candidates to release.");
        assertThatThrownBy(() -> compose(parameter("a", "0.9.0", TasteDimension.BASS, 0.3)))
                .isInstanceOf(ConflictingCandidatesException.class)
                .hasMessage("Candidate a changes model 0.9.0, but the newest release is 1.0.0.");
        assertThatThrownBy(() -> compose(profile("a", "1.0.0", newProfile("studio-legacy"))))
                .isInstanceOf(ConflictingCandidatesException.class)
                .hasMessage("Candidate a adds the profile studio-legacy, which is there already.");
    }

    private static ProfileBundle compose(Candidate... candidates) {
        return compose(List.of(candidates));
    }

    private static ProfileBundle compose(List<Candidate> candidates) {
        return ModelComposer.compose(PREVIOUS, NEXT, candidates, "What listeners asked for.");
    }

    private static MasteringParameters parameters(ProfileBundle bundle, String profile) {
        return bundle.model().profile(profile).orElseThrow().parameters();
    }

    /** In the order of the dimensions. */
    private static List<Double> figures(MasteringParameters parameters) {
        return List.of(
                parameters.toneDb().bass(),
                parameters.toneDb().lowMid(),
                parameters.toneDb().mid(),
                parameters.toneDb().treble(),
                parameters.toneDb().air(),
                parameters.stereoWidthTarget(),
                parameters.loudnessTargetLufs(),
                parameters.crestTargetDb());
    }

    private static RecordingProfile newProfile(String id) {
        RecordingProfile like = PREVIOUS.model().profiles().get(0);
        return new RecordingProfile(
                id,
                like.family(),
                like.philosophy(),
                0.8,
                like.rules(),
                like.parameters(),
                Map.of(),
                Map.of(),
                "Found in the tracks that no profile covers.");
    }
}
