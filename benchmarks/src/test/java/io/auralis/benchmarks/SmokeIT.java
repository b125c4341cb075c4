package io.auralis.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.benchmarks.ingest.Comparison;
import io.auralis.benchmarks.ingest.ComparisonText;
import io.auralis.benchmarks.ingest.IngestBench;
import io.auralis.benchmarks.ingest.IngestPlan;
import io.auralis.benchmarks.load.JdkClient;
import io.auralis.benchmarks.process.Programs;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark runs; how fast anything is, no test says. */
class SmokeIT {
    @TempDir
    Path folder;

    @Test
    void theBareEndpointUnderASecondOfLoadGivesAValidRow() {
        IngestPlan plan = new IngestPlan(null, null, 0, 1, 1, 0, 20, List.of("4x5"), List.of(), 0, false);
        Comparison comparison =
                new IngestBench(Programs.ofThisProcess("128m"), folder, new JdkClient(), plan, step -> {}).run();
        assertThat(ComparisonText.of(comparison))
                .contains("| bare endpoint | 4x5 |")
                .doesNotContain("INVALID");
    }
}
