package io.auralis.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.LabelledCase;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void itFindsTheFrequencyBehindTheConfidence() {
        SplittableRandom random = new SplittableRandom(5);
        List<Calibration.Answer> answers = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            double confidence = random.nextDouble();
            answers.add(new Calibration.Answer(confidence, random.nextDouble() < confidence * confidence));
        }
        Calibration calibration = Calibration.fit(answers);
        for (double confidence : new double[] {0.2, 0.5, 0.8}) {
            assertThat(calibration.probability(confidence)).isEqualTo(confidence * confidence, Offset.offset(0.06));
        }
        assertThat(calibration.probability(0.1)).isLessThanOrEqualTo(calibration.probability(0.9));
    }

    @Test
    void aFewCasesSayNothing() {
        List<Calibration.Answer> few = List.of(new Calibration.Answer(0.5, true));
        assertThat(Calibration.fit(few).isKnown()).isFalse();
    }

    @Test
    void theBuiltInModelsAreCalibratedByTheirCasesBetterThanTheirConfidenceAlone() {
        for (SemanticVersion version : BuiltInModels.versions()) {
            ProfileBundle bundle = BuiltInModels.load(version);
            Reliability reliability = Reliability.of(bundle.model(), bundle.labelledCases());
            assertThat(reliability.cases()).isGreaterThanOrEqualTo(200);
            assertThat(reliability.calibratedError()).as(version.toString()).isLessThan(0.06);
            assertThat(reliability.calibratedError()).isLessThan(reliability.confidenceError());
        }
    }

    @Test
    void theBuiltInModelsPassWhatTheyAreLabelledBy() {
        ProfileBundle first = BuiltInModels.load(SemanticVersion.parse("0.9.0"));
        ProfileBundle second = BuiltInModels.load(SemanticVersion.parse("1.0.0"));
        RegressionSet cases = new RegressionSet(second.labelledCases());
        assertThat(cases.passed(second.model()).size()).isGreaterThan(170);
        assertThat(cases.passed(second.model()).stream()
                        .filter(labelled -> labelled.origin().startsWith("measured"))
                        .toList())
                .as("every measured track")
                .hasSize(6);
        assertThat(cases.broken(second.model(), second.model())).isEmpty();
        List<RegressionSet.Broken> back = cases.broken(second.model(), first.model());
        assertThat(back).extracting(broken -> broken.labelled().id()).contains("speed-king", "wasted-years");
        assertThat(back.get(0).answer().type()).isEqualTo(RecordingType.UNKNOWN);
        assertThat(second.labelledCases()).extracting(LabelledCase::id).doesNotHaveDuplicates();
    }
}
