package io.auralis.agent.sharing;

import static io.auralis.agent.sharing.Ratings.MODEL;
import static io.auralis.agent.sharing.Ratings.NOVEMBER;
import static io.auralis.agent.sharing.Ratings.moreBass;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.DimensionTally;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.Plausibility;
import io.auralis.contracts.taste.ReportWindow;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import io.auralis.contracts.taste.TrackBucket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {
    private static final PersonalDeltas NONE = (gear, type, dimension) -> 0;

    private static List<TasteReport> build(List<RatedTrack> ratings, PersonalDeltas deltas) {
        return ReportBuilder.build(ratings, MODEL, deltas, NOVEMBER);
    }

    @Test
    void fourRatingsAreNotReportedAndFiveAre() {
        assertThat(build(moreBass(4, NOVEMBER, RecordingType.STUDIO), NONE)).isEmpty();
        assertThat(build(moreBass(5, NOVEMBER, RecordingType.STUDIO), NONE)).hasSize(1);
    }

    @Test
    void fourRatingsOfOneTypeAndFourOfAnotherAreNotReported() {
        List<RatedTrack> ratings = new ArrayList<>(moreBass(4, NOVEMBER, RecordingType.STUDIO));
        ratings.addAll(moreBass(4, NOVEMBER, RecordingType.METAL));
        assertThat(build(ratings, NONE)).isEmpty();
    }

    @Test
    void everySlotHasItsOwnReport() {
        List<RatedTrack> ratings = new ArrayList<>(moreBass(5, NOVEMBER, RecordingType.STUDIO));
        ratings.addAll(moreBass(6, NOVEMBER, RecordingType.UNKNOWN));
        ratings.addAll(moreBass(7, Instant.parse("2026-10-31T23:59:59Z"), RecordingType.STUDIO));
        assertThat(build(ratings, NONE))
                .extracting(report -> Slot.of(report).name())
                .containsExactly(
                        "2026-10_studio_neutral-headphones_1.0.0",
                        "2026-11_studio_neutral-headphones_1.0.0",
                        "2026-11_unknown_neutral-headphones_1.0.0");
    }

    @Test
    void olderMonthsAndOtherModelsAreLeftAsTheyWere() {
        assertThat(build(moreBass(9, Instant.parse("2026-09-30T23:59:59Z"), RecordingType.STUDIO), NONE))
                .isEmpty();
        assertThat(ReportBuilder.build(
                        moreBass(9, NOVEMBER, RecordingType.STUDIO), SemanticVersion.parse("1.1.0"), NONE, NOVEMBER))
                .isEmpty();
    }

    @Test
    void aReportCountsRatingsAsksAndFeatures() {
        List<RatedTrack> ratings = new ArrayList<>(moreBass(10, NOVEMBER, RecordingType.STUDIO));
        ratings.add(Ratings.rating(
                NOVEMBER,
                RecordingType.STUDIO,
                1,
                new RatedTrack.Asked(TasteDimension.BASS, RatedTrack.Direction.LESS),
                new RatedTrack.Asked(TasteDimension.WIDTH, RatedTrack.Direction.FINE)));
        TasteReport report = build(ratings, NONE).get(0);
        assertThat(report.ratings()).containsExactly(1, 0, 0, 10, 0);
        assertThat(report.tracks()).isEqualTo(TrackBucket.FROM_10);
        assertThat(report.dimensions().get(TasteDimension.BASS)).isEqualTo(new DimensionTally(10, 0, 1, 0));
        assertThat(report.dimensions().get(TasteDimension.WIDTH)).isEqualTo(new DimensionTally(0, 1, 0, 0));
        assertThat(report.features().get(FingerprintDimension.CREST_DB)).containsExactly(11, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(report.features().get(FingerprintDimension.STEREO_WIDTH))
                .containsExactly(0, 0, 11, 0, 0, 0, 0, 0, 0);
        assertThat(Plausibility.contradictions(report, ReportWindow.at(NOVEMBER, 1)))
                .isEmpty();
    }

    @Test
    void aDeltaIsRoundedToTheGridAndClipped() {
        PersonalDeltas deltas = (gear, type, dimension) -> switch (dimension) {
            case BASS -> 0.26;
            case TREBLE -> -99;
            case WIDTH -> -0.051;
            default -> 0;
        };
        TasteReport report =
                build(moreBass(5, NOVEMBER, RecordingType.STUDIO), deltas).get(0);
        assertThat(report.dimensions().get(TasteDimension.BASS).deltaSteps()).isEqualTo(3);
        assertThat(report.dimensions().get(TasteDimension.TREBLE).deltaSteps()).isEqualTo(-60);
        assertThat(report.dimensions().get(TasteDimension.WIDTH).deltaSteps()).isEqualTo(-5);
    }

    @Test
    void hearingIsTheNewestStated() {
        List<RatedTrack> ratings = new ArrayList<>(moreBass(5, NOVEMBER, RecordingType.STUDIO));
        ratings.add(
                0,
                new RatedTrack(
                        NOVEMBER.plusSeconds(1),
                        MODEL,
                        RecordingType.STUDIO,
                        GearClass.NEUTRAL_HEADPHONES,
                        HearingClass.TREBLE_SENSITIVE,
                        3,
                        List.of(),
                        Ratings.features(0.1)));
        assertThat(build(ratings, NONE).get(0).hearingClass()).isEqualTo(HearingClass.TREBLE_SENSITIVE);
    }
}
