package io.auralis.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.fingerprint.FingerprintReader;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.DimensionTally;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import io.auralis.contracts.taste.TrackBucket;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContractTypesTest {

    @Test
    void builtInModelsReadAndWriteTheSameBytes() {
        for (SemanticVersion version : BuiltInModels.versions()) {
            ProfileBundle bundle = BuiltInModels.load(version);
            assertThat(bundle.model().version()).isEqualTo(version);
            assertThat(new String(bundle.bytes())).isEqualTo(new String(BuiltInModels.bytes(version)));
        }
    }

    @Test
    void aLegacyCentroidIsConvertedToTrueHz() {
        Fingerprint read = FingerprintReader.read("""
                {"schema": "legacy-2025", "values": {"centroid_hz": 7658, "bass_to_mid_db": 1.62, "stereo_width": 0.13, "crest_db": 11.95}}
                """);
        assertThat(read.value(FingerprintDimension.SPECTRAL_CENTROID))
                .isEqualTo(3063.2, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(read.value(FingerprintDimension.STEREO_WIDTH)).isEqualTo(0.13);
    }

    @Test
    void aFingerprintWithoutASchemaIsRefused() {
        assertThatThrownBy(() -> FingerprintReader.read("{\"values\": {\"spectral_centroid\": 7658}}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("names no schema");
    }

    @Test
    void aSubmissionReadsBackFromItsCanonicalBytes() {
        ReportSubmission submission = new ReportSubmission(ReportSecret.parse("00".repeat(32)), 3, report());
        byte[] bytes = submission.bytes();
        assertThat(Json.read(bytes, ReportSubmission.class)).isEqualTo(submission);
        assertThat(new String(bytes))
                .contains("\"bass\":{\"deltaSteps\":3,\"fine\":1,\"less\":0,\"more\":4}")
                .contains("\"gearClass\":\"neutral-headphones\"");
        ReportRecord record = ReportRecord.live(submission.secret().reportId(), 3, report());
        assertThat(Json.read(Json.canonical(record), ReportRecord.class)).isEqualTo(record);
        assertThat(Json.canonicalText(record))
                .doesNotContain(submission.secret().hex());
    }

    static TasteReport report() {
        return new TasteReport(
                TasteReport.SCHEMA,
                SemanticVersion.parse("1.0.0"),
                RecordingType.STUDIO,
                "2026-11",
                GearClass.NEUTRAL_HEADPHONES,
                HearingClass.NORMAL,
                TrackBucket.of(12),
                List.of(0, 1, 2, 6, 3),
                Arrays.stream(TasteDimension.values())
                        .collect(Collectors.toMap(d -> d, d -> new DimensionTally(4, 1, 0, 3))),
                Arrays.stream(FeatureBins.values())
                        .collect(Collectors.toMap(FeatureBins::feature, b -> Collections.nCopies(b.count(), 1))));
    }
}
