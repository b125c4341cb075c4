package io.auralis.benchmarks.ingest;

import io.auralis.benchmarks.process.Machine;
import io.auralis.benchmarks.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All of one comparison, as its JSON has it.
 *
 * @param heap of each process that was started here
 * @param client that sent the requests
 * @param loadAfter load average after the last round
 * @param producerPerfRecordsPerSecond median of kafka-producer-perf-test; 0 where it did not run
 * @param shareOfProducerPerf ingest-service's highest records per second over that; 0 likewise
 */
public record Comparison(
        Machine machine,
        String heap,
        String client,
        IngestPlan plan,
        double loadAfter,
        List<Row> rows,
        List<Ratio> ratios,
        double producerPerfRecordsPerSecond,
        double shareOfProducerPerf,
        @Nullable Profile profile) {}
