package io.auralis.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.fingerprint.FingerprintReader;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorTest {
    private static final BaseModel FIRST = model("0.9.0");
    private static final BaseModel SECOND = model("1.0.0");

    @ParameterizedTest
    @CsvSource({"speed-king", "wasted-years"})
    void theSeedsTracksAreUnknownToTheFirstModelAndStudioToTheSecond(String track) {
        Fingerprint fingerprint = FingerprintReader.read(resource(track + ".legacy-2025.json"));

        Detection before = new Detector(FIRST).detect(fingerprint);
        assertThat(before.type()).isEqualTo(RecordingType.UNKNOWN);
        assertThat(before.confidence()).isEqualTo(0.40);

        Detection after = new Detector(SECOND).detect(fingerprint);
        assertThat(after.type()).isEqualTo(RecordingType.STUDIO);
        assertThat(after.profile()).isEqualTo("studio-hd-bright");
        assertThat(after.confidence()).isEqualTo(0.85);
        assertThat(Json.canonicalText(after)).contains("\"confidence\":0.85,");
    }

    @ParameterizedTest
    @CsvSource({
        // The original's detector on its own reference figures (legacy Hz and units); see the test's resources.
        "7658, 1.62, 0.13, 11.95, STUDIO, 0.85",
        "7754, 0.65, 0.11, 18.89, STUDIO, 0.85",
        "664, 1.15, 0.39, 6.53, STUDIO, 0.75",
        "374, 16.79, 0.172, 13.3, BOOTLEG, 1.0",
        // The original gave 0.8, by a hard edge at 200 Hz; the fades that keep confidence steady give the rest.
        "571, 13.6, 0.23, 16.6, BOOTLEG, 0.994538",
        // The absolute figures of the first; 0.5 by studio-legacy with hard edges, and no type: dark and heavy as a
        // bootleg.
        "664, 16.75, 0.389, 16.3, BOOTLEG, 0.782462",
        "1344, 9.58, 0.418, 3.54, METAL, 1.0",
        "1344, 9.58, 0.418, 10.97, METAL, 0.8"
    })
    void theSecondModelAnswersTheOriginalsReferencesAsTheOriginalDid(
            double centroid, double bass, double width, double crest, RecordingType type, double confidence) {
        Detection detection = new Detector(SECOND).detect(legacy(centroid, bass, width, crest));
        assertThat(detection.type()).isEqualTo(type);
        assertThat(detection.confidence()).isEqualTo(confidence);
    }

    @Test
    void aTrackUnderTheThresholdIsUnknownButKeepsItsBestProfileAndConfidence() {
        Detection detection = new Detector(SECOND).detect(fingerprint(1600, 6, 0.25, 14));
        assertThat(detection.type()).isEqualTo(RecordingType.UNKNOWN);
        assertThat(detection.confidence()).isEqualTo(0.409524);
        assertThat(detection.profile()).isEqualTo("metal-bright");
        assertThat(detection.family()).isEqualTo(RecordingType.METAL);
        assertThat(detection.threshold()).isEqualTo(0.65);
    }

    @Test
    void aConfidenceAtTheThresholdIsRecognised() {
        double confidence = 0.409524;
        BaseModel model = new BaseModel(BaseModel.SCHEMA, SECOND.version(), confidence, SECOND.profiles());
        assertThat(new Detector(model).detect(fingerprint(1600, 6, 0.25, 14)).type())
                .isEqualTo(RecordingType.METAL);
    }

    @Test
    void theMarginIsToTheNearestProfileOfAnotherFamily() {
        Detection detection = new Detector(SECOND).detect(legacy(7658, 1.62, 0.13, 11.95));
        assertThat(detection.runnerUp()).isEqualTo("metal-bright");
        assertThat(detection.margin()).isEqualTo(0.45);
        List<RecordingProfile> studio = SECOND.profiles().stream()
                .filter(profile -> profile.family() == RecordingType.STUDIO)
                .toList();
        BaseModel oneFamily = new BaseModel(BaseModel.SCHEMA, SECOND.version(), 0.65, studio);
        Detection alone = new Detector(oneFamily).detect(legacy(7658, 1.62, 0.13, 11.95));
        assertThat(alone.runnerUp()).isNull();
        assertThat(alone.margin()).isEqualTo(0.85);
    }

    @Test
    void pointsAreScaledByMembership() {
        // 3600 Hz is 400 Hz above the range of studio-hd-bright, which fades over 1000 Hz: 0.6 of its 0.35 points.
        Detection detection = new Detector(SECOND).detect(fingerprint(3600, 0, 0.1, 15));
        ProfileScore bright = detection.scores().stream()
                .filter(score -> score.profile().equals("studio-hd-bright"))
                .findFirst()
                .orElseThrow();
        assertThat(bright.confidence()).isEqualTo(0.71);
        assertThat(bright.rules().get(0).membership()).isEqualTo(0.6);
        assertThat(bright.rules().get(0).points()).isEqualTo(0.35);
        assertThat(bright.rules().get(0).value()).isEqualTo(3600);
        assertThat(bright.rules().get(0).feature()).isEqualTo(FingerprintDimension.SPECTRAL_CENTROID);
    }

    @Test
    void aProfileNeverExceedsItsMaximumConfidence() {
        RecordingProfile bootleg = SECOND.profile("bootleg-dark").orElseThrow();
        RecordingProfile capped = new RecordingProfile(
                "capped",
                bootleg.family(),
                bootleg.philosophy(),
                0.7,
                bootleg.rules(),
                bootleg.parameters(),
                Map.of(),
                Map.of(),
                "a test");
        BaseModel model = new BaseModel(BaseModel.SCHEMA, SECOND.version(), 0.65, List.of(capped));
        assertThat(new Detector(model).detect(legacy(374, 16.79, 0.172, 13.3)).confidence())
                .isEqualTo(0.7);
    }

    @Test
    void onEqualConfidenceTheModelsFirstProfileWins() {
        Fingerprint nothing = fingerprint(300, 11.5, 0.32, 30);
        List<RecordingProfile> twins = new ArrayList<>();
        for (String id : List.of("b-twin", "a-twin")) {
            RecordingProfile metal = SECOND.profile("metal-bright").orElseThrow();
            twins.add(new RecordingProfile(
                    id,
                    metal.family(),
                    metal.philosophy(),
                    1,
                    metal.rules(),
                    metal.parameters(),
                    Map.of(),
                    Map.of(),
                    "a test"));
        }
        assertThat(winner(twins, nothing)).isEqualTo("b-twin");
        Collections.reverse(twins);
        assertThat(winner(twins, nothing)).isEqualTo("a-twin");
    }

    @Test
    void aMissingDimensionIsNamedTogetherWithWhoNeedsIt() {
        Map<FingerprintDimension, Double> values =
                new EnumMap<>(fingerprint(3100, 0, 0.1, 15).values());
        values.remove(FingerprintDimension.CREST_DB);
        assertThatThrownBy(() -> new Detector(SECOND).detect(Fingerprint.of(values)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the fingerprint has no crest_db, which profile studio-hd-bright of base model 1.0.0 looks at");
    }

    @Test
    void theExplanationNamesEveryRuleWithValueRangeMembershipAndPoints() {
        Detection detection = new Detector(SECOND).detect(fingerprint(3600, 0, 0.1, 15));
        List<String> lines = new Explanation(SECOND).lines(detection);
        assertThat(lines)
                .startsWith(
                        "STUDIO 0.71 by studio-hd-bright of base model 1.0.0",
                        "0.31 more than metal-bright, the nearest of another type (METAL)",
                        "studio-hd-bright (STUDIO): 0.71, at most 0.85",
                        "  spectral_centroid 3600 Hz, wanted 3000 to 3200, fading over 1000 below, fading over 1000 above:"
                                + " membership 0.60 x 0.35 = 0.21 points",
                        "  bass_mid_ratio 0 dB, wanted -2 to 3, fading over 2.1 below, fading over 2.1 above:"
                                + " membership 1.00 x 0.20 = 0.20 points",
                        "  stereo_width 0.1, wanted 0.08 to 0.16, fading over 0.07 below, fading over 0.07 above:"
                                + " membership 1.00 x 0.20 = 0.20 points")
                .contains("  stereo_width 0.1, wanted at most 0.3, fading over 0.07 above:"
                        + " membership 1.00 x 0.20 = 0.20 points")
                .hasSize(1 + 1 + 4 + 18);
    }

    @Test
    void theExplanationOfAnUnknownTrackNamesTheThreshold() {
        Detection detection = new Detector(FIRST).detect(legacy(7658, 1.62, 0.13, 11.95));
        assertThat(new Explanation(FIRST).lines(detection).get(0))
                .isEqualTo("UNKNOWN 0.40 by studio-legacy of base model 0.9.0, under the threshold of 0.65");
    }

    @Test
    void anotherModelsDetectionIsNotExplained() {
        Detection detection = new Detector(FIRST).detect(legacy(7658, 1.62, 0.13, 11.95));
        assertThatThrownBy(() -> new Explanation(SECOND).lines(detection))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.9.0");
    }

    private static String winner(List<RecordingProfile> profiles, Fingerprint fingerprint) {
        return new Detector(new BaseModel(BaseModel.SCHEMA, SECOND.version(), 0.65, profiles))
                .detect(fingerprint)
                .profile();
    }

    private static BaseModel model(String version) {
        return BuiltInModels.load(SemanticVersion.parse(version)).model();
    }

    private static Fingerprint legacy(double centroid, double bass, double width, double crest) {
        return fingerprint(centroid * 0.4, bass, width, crest);
    }

    private static Fingerprint fingerprint(double centroidHz, double bassMidDb, double width, double crestDb) {
        return Fingerprint.of(Map.of(
                FingerprintDimension.SPECTRAL_CENTROID, centroidHz,
                FingerprintDimension.BASS_MID_RATIO, bassMidDb,
                FingerprintDimension.STEREO_WIDTH, width,
                FingerprintDimension.CREST_DB, crestDb));
    }

    private static String resource(String name) {
        try (InputStream in = DetectorTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
