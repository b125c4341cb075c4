package io.auralis.benchmarks.hotpath;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.benchmarks.payload.SampleReports;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.Plausibility;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportWindow;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the contracts cost ingest-service for one report: each step alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReportHotPath {
    private final ReportSubmission submission = new SampleReports(YearMonth.now(ZoneOffset.UTC)).submission(1);
    private final byte[] bytes = submission.bytes();
    private final JsonNode document = Json.read(bytes, JsonNode.class);
    private final ReportRecord record =
            ReportRecord.live(submission.secret().reportId(), submission.number(), submission.report());
    private final ReportWindow window = ReportWindow.at(Instant.now(), ReportWindow.MONTHS_BACK);

    @Benchmark
    public JsonNode parse() {
        return Json.read(bytes, JsonNode.class);
    }

    @Benchmark
    public List<String> schema() {
        return ContractSchema.REPORT_SUBMISSION.violations(document);
    }

    @Benchmark
    public ReportSubmission type() {
        return Json.read(bytes, ReportSubmission.class);
    }

    @Benchmark
    public List<String> plausibility() {
        return Plausibility.contradictions(submission.report(), window);
    }

    @Benchmark
    public String hash() {
        return submission.secret().reportId();
    }

    @Benchmark
    public byte[] canonical() {
        return Json.canonical(record);
    }
}
