package io.auralis.contracts.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {
    private static final ReportWindow NOVEMBER = ReportWindow.at(Instant.parse("2026-11-25T03:30:00Z"), 3);

    @ParameterizedTest
    @CsvSource({
        "more-tracks-than-ratings, ratings are fewer than the rated tracks",
        "features-count-other-tracks, crest_db counts another number of tracks than the bucket holds",
        "features-count-other-tracks, the features count different numbers of tracks",
        "fewer-tracks-than-the-bucket, spectral_centroid counts another number of tracks than the bucket holds",
        "more-asks-than-ratings-can-hold, bass has more asks than its ratings can hold",
    })
    void aContradictionIsNamed(String example, String sentence) {
        TasteReport report = Json.read(
                new ContractExample(ContractSchema.TASTE_REPORT, ContractExample.Kind.IMPLAUSIBLE, example).bytes(),
                TasteReport.class);
        assertThat(Plausibility.contradictions(report, NOVEMBER)).contains(sentence);
    }

    @Test
    void aReportOfAnotherSeasonIsNotBelieved() {
        TasteReport report = Json.read(
                new ContractExample(ContractSchema.TASTE_REPORT, ContractExample.Kind.VALID, "studio").bytes(),
                TasteReport.class);
        assertThat(Plausibility.contradictions(report, NOVEMBER)).isEmpty();
        assertThat(Plausibility.contradictions(report, ReportWindow.at(Instant.parse("2027-03-01T00:00:00Z"), 3)))
                .containsExactly("month is outside 2026-12 to 2027-03");
        assertThat(Plausibility.contradictions(report, ReportWindow.at(Instant.parse("2026-10-30T23:59:59Z"), 3)))
                .containsExactly("month is outside 2026-07 to 2026-10");
    }

    @Test
    void theNextMonthIsBelievedOnTheLastDayOfTheMonthOnly() {
        YearMonth december = YearMonth.of(2026, 12);
        assertThat(ReportWindow.at(Instant.parse("2026-11-29T23:59:59Z"), 3).holds(december))
                .isFalse();
        assertThat(ReportWindow.at(Instant.parse("2026-11-30T00:00:00Z"), 3).holds(december))
                .isTrue();
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() -> new ReportWindow(YearMonth.of(2026, 12), YearMonth.of(2026, 11)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-12");
    }

    @ParameterizedTest
    @CsvSource({"5, 5-9", "9, 5-9", "10, 10-19", "19, 10-19", "20, 20-49", "49, 20-49", "50, 50+", "100000, 50+"})
    void aNumberOfTracksFallsIntoOneBucket(int tracks, String bucket) {
        assertThat(TrackBucket.of(tracks).key()).isEqualTo(bucket);
        assertThat(TrackBucket.of(tracks).holds(tracks)).isTrue();
    }

    @Test
    void fewerThanFiveTracksHaveNoBucket() {
        assertThatThrownBy(() -> TrackBucket.of(4)).isInstanceOf(IllegalArgumentException.class);
    }
}
