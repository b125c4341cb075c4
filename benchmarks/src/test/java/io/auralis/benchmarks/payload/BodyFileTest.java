package io.auralis.benchmarks.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyFileTest {
    private final SampleReports reports = new SampleReports(YearMonth.of(2026, 11));

    @TempDir
    Path folder;

    @Test
    void bodiesAreReadAsTheyWereWritten() {
        Path file = folder.resolve("bodies");
        BodyFile.write(file, reports, BodyFormat.SUBMISSIONS, 7, 3);
        List<byte[]> bodies = BodyFile.read(file);
        assertThat(bodies).hasSize(2);
        assertThat(bodies.get(1)).isEqualTo(BodyFormat.SUBMISSIONS.body(reports, List.of(3, 4, 5)));
    }

    @Test
    void aBatchLargerThanTheContributorsIsRefused() {
        assertThatThrownBy(() -> BodyFile.write(folder.resolve("bodies"), reports, BodyFormat.LINES, 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3");
    }

    @Test
    void everyFormatCarriesTheSameRecords() {
        ReportRecord first = reports.record(0);
        JsonNode bridge = Json.read(BodyFormat.BRIDGE_RECORDS.body(reports, List.of(0, 1)), JsonNode.class);
        assertThat(bridge.path("records")).hasSize(2);
        assertThat(bridge.path("records").path(0).path("key").asText()).isEqualTo(first.id());
        assertThat(Json.canonical(bridge.path("records").path(0).path("value"))).isEqualTo(Json.canonical(first));
        assertThat(new String(BodyFormat.LINES.body(reports, List.of(0, 1)), StandardCharsets.UTF_8).lines())
                .containsExactly(Json.canonicalText(first), Json.canonicalText(reports.record(1)));
        assertThat(BodyFormat.LINES.body(reports, List.of(0))).isEqualTo(Json.canonical(first));
        JsonNode batch = Json.read(BodyFormat.SUBMISSIONS.body(reports, List.of(0, 1)), JsonNode.class);
        assertThat(Json.canonical(batch.path(0).path("report"))).isEqualTo(Json.canonical(first.report()));
    }
}
