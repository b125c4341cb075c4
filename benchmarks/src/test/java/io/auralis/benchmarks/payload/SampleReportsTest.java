package io.auralis.benchmarks.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.Plausibility;
import io.auralis.contracts.taste.ReportWindow;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleReportsTest {
    private static final int SOME = 500;

    private final SampleReports reports = new SampleReports(YearMonth.of(2026, 11));

    @Test
    void everyReportWouldBeAdmitted() {
        ReportWindow window = ReportWindow.at(Instant.parse("2026-11-25T12:00:00Z"), ReportWindow.MONTHS_BACK);
        for (int contributor = 0; contributor < SOME; contributor++) {
            byte[] bytes = reports.submission(contributor).bytes();
            assertThat(ContractSchema.REPORT_SUBMISSION.violations(Json.read(bytes, JsonNode.class)))
                    .isEmpty();
            assertThat(Plausibility.contradictions(
                            reports.submission(contributor).report(), window))
                    .isEmpty();
        }
    }

    @Test
    void theSameContributorIsTheSameEveryTimeAndNoTwoShareAReportId() {
        Set<String> ids = new HashSet<>();
        for (int contributor = 0; contributor < SOME; contributor++) {
            assertThat(reports.record(contributor)).isEqualTo(reports.record(contributor));
            ids.add(reports.record(contributor).id());
        }
        assertThat(ids).hasSize(SOME);
    }

    @Test
    void aRecordHasAboutAKilobyte() {
        double mean = IntStream.range(0, SOME)
                .map(contributor -> Json.canonical(reports.record(contributor)).length)
                .average()
                .orElseThrow();
        assertThat(mean).isBetween(900.0, 1200.0);
    }
}
