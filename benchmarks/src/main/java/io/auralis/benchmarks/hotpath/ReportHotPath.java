package io.auralis.benchmarks.hotpath;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.benchmarks.payload.SampleReports;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.Plausibility;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportWindow;
import io.auralis.ingest.admission.SubmissionReader;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
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

/** What one report costs ingest-service: the whole way from its bytes to those of the record, and each step alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReportHotPath {
    private final ReportSubmission submission = new SampleReports(YearMonth.now(ZoneOffset.UTC)).submission(1);
    private final byte[] bytes = submission.bytes();
    private final ReportRecord record =
            ReportRecord.live(submission.secret().reportId(), submission.number(), submission.report());
    private final ReportWindow window = ReportWindow.at(Instant.now(), ReportWindow.MONTHS_BACK);

    /** All that it does for a report in its usual form, but HTTP and Kafka. */
    @Benchmark
    public byte[] whole() throws IOException {
        ReportSubmission read = read();
        if (!Plausibility.contradictions(read.report(), window).isEmpty()) {
            throw new IllegalStateException("a made-up report is implausible");
        }
        return ReportRecord.live(read.secret().reportId(), read.number(), read.report())
                .bytes();
    }

    /** Bytes to a submission, held to the schema in one pass. */
    @Benchmark
    public ReportSubmission read() throws IOException {
        try (JsonParser parser = Json.mapper().createParser(bytes)) {
            parser.nextToken();
            return Objects.requireNonNull(SubmissionReader.read(parser), "a made-up report is not recognised");
        }
    }

    /** What a document in an unusual form costs on top: a tree, the schema itself, and the tree's type. */
    @Benchmark
    public ReportSubmission readUnusual() throws IOException {
        JsonNode tree = Json.read(bytes, JsonNode.class);
        if (!ContractSchema.REPORT_SUBMISSION.violations(tree).isEmpty()) {
            throw new IllegalStateException("a made-up report breaks its schema");
        }
        return Json.mapper().treeToValue(tree, ReportSubmission.class);
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
        return record.bytes();
    }
}
