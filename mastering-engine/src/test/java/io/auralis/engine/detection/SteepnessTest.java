package io.auralis.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteepnessTest {
    private static final long SEED = 20_251_117;
    private static final int FINGERPRINTS = 10_000;

    @ParameterizedTest
    @ValueSource(strings = {"0.9.0", "1.0.0"})
    void onePercentOfAFeaturesRangeNeverMovesConfidenceByMoreThanThreeHundredths(String version) {
        BaseModel model = model(version);
        Detector detector = new Detector(model);
        SplittableRandom random = new SplittableRandom(SEED);
        double largest = 0;
        for (int i = 0; i < FINGERPRINTS; i++) {
            Map<FingerprintDimension, Double> values = i % 2 == 0 ? anywhere(random) : nearCorners(model, random);
            double before = detector.detect(Fingerprint.of(values)).confidence();
            for (FingerprintDimension feature : FingerprintDimension.values()) {
                double value = values.get(feature);
                for (double move : new double[] {Steepness.move(feature), -Steepness.move(feature)}) {
                    values.put(feature, value + move);
                    double after = detector.detect(Fingerprint.of(values)).confidence();
                    largest = Math.max(largest, Math.abs(after - before));
                    assertThat(Math.abs(after - before))
                            .as("seed %d, fingerprint %d: %s moved by %s", SEED, i, feature.key(), move)
                            .isLessThanOrEqualTo(Steepness.LARGEST_STEP);
                }
                values.put(feature, value);
            }
        }
        System.out.println("SteepnessTest: seed " + SEED + ", base model " + version + ", largest step " + largest);
        assertThat(Steepness.of(model)).isBetween(largest - 1e-6, Steepness.LARGEST_STEP);
    }

    @Test
    void aHardEdgeAndAFadeTooNarrowAreSeen() {
        assertThat(Steepness.of(profile(new EvidenceRule(FingerprintDimension.CREST_DB, 10.0, null, 0, 0, 0.2))))
                .isEqualTo(0.2, Offset.offset(1e-9));
        double fade = Steepness.narrowestFade(FingerprintDimension.CREST_DB, 0.2);
        assertThat(Steepness.of(profile(new EvidenceRule(FingerprintDimension.CREST_DB, 10.0, null, fade, 0, 0.2))))
                .isEqualTo(Steepness.LARGEST_STEP, Offset.offset(1e-9));
    }

    private static RecordingProfile profile(EvidenceRule rule) {
        RecordingProfile like = model("1.0.0").profiles().get(0);
        return new RecordingProfile(
                "one-rule",
                like.family(),
                like.philosophy(),
                1,
                List.of(rule),
                like.parameters(),
                Map.of(),
                Map.of(),
                "a test");
    }

    private static Map<FingerprintDimension, Double> anywhere(SplittableRandom random) {
        Map<FingerprintDimension, Double> values = new EnumMap<>(FingerprintDimension.class);
        for (FingerprintDimension feature : FingerprintDimension.values()) {
            values.put(feature, random.nextDouble(feature.typicalLow(), feature.typicalHigh()));
        }
        return values;
    }

    /** Random places seldom meet a range of 40 Hz in 8000, so half of them lie near where rules begin and end to fade. */
    private static Map<FingerprintDimension, Double> nearCorners(BaseModel model, SplittableRandom random) {
        Map<FingerprintDimension, Double> values = anywhere(random);
        RecordingProfile profile =
                model.profiles().get(random.nextInt(model.profiles().size()));
        for (EvidenceRule rule : profile.rules()) {
            List<Double> corners = new ArrayList<>();
            Double from = rule.from();
            Double to = rule.to();
            if (from != null) {
                corners.addAll(List.of(from, from - rule.fadeBelow()));
            }
            if (to != null) {
                corners.addAll(List.of(to, to + rule.fadeAbove()));
            }
            double corner = corners.get(random.nextInt(corners.size()));
            values.put(rule.feature(), corner + Steepness.move(rule.feature()) * random.nextDouble(-2, 2));
        }
        return values;
    }

    private static BaseModel model(String version) {
        return BuiltInModels.load(SemanticVersion.parse(version)).model();
    }
}
