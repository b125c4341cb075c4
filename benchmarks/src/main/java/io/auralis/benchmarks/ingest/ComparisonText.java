package io.auralis.benchmarks.ingest;

import io.auralis.benchmarks.process.Machine;
import java.util.Locale;

/** A comparison as tables for a person, in Markdown, so that it can be kept in a page. */
public final class ComparisonText {
    private ComparisonText() {}

    public static String of(Comparison comparison) {
        Machine machine = comparison.machine();
        StringBuilder text = new StringBuilder();
        text.append(line(
                "%s, %s, %d cores, Java %s, Kafka %s, heap %s each, client %s",
                machine.at(),
                machine.processor(),
                machine.cores(),
                machine.java(),
                machine.kafka(),
                comparison.heap(),
                comparison.client()));
        text.append(line(
                "medians of %d runs of %d s, target after target in each round; load average %.1f before, %.1f after",
                comparison.plan().rounds(), comparison.plan().seconds(), machine.loadBefore(), comparison.loadAfter()));
        text.append('\n');
        text.append(
                "| target | connections x batch | requests/s (lowest to highest) | records/s | p50 ms | p99 ms | errors | missing | CPU µs/record | requests/s by CPU | cores: service, broker, client | RSS MB |\n");
        text.append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        comparison.rows().forEach(row -> text.append(row(row)));
        text.append('\n');
        comparison
                .ratios()
                .forEach(ratio -> text.append(line(
                        "%s answers %.2f times as many requests (by CPU %.2f) as %s at %dx%d",
                        ratio.ingest(),
                        ratio.times(),
                        ratio.timesByCpu(),
                        ratio.against(),
                        ratio.connections(),
                        ratio.batch())));
        if (comparison.producerPerfRecordsPerSecond() > 0) {
            text.append(line(
                    "kafka-producer-perf-test %,.0f records/s; ingest-service's highest is %.2f times that",
                    comparison.producerPerfRecordsPerSecond(), comparison.shareOfProducerPerf()));
        }
        if (comparison.profile() != null) {
            text.append('\n').append(comparison.profile().text());
        }
        return text.toString();
    }

    private static String row(Row row) {
        return line(
                "| %s%s | %dx%d | %,.0f (%,.0f to %,.0f) | %,.0f | %.1f | %.1f | %,d | %,d | %s | %s | %s, %.2f, %.2f | %s |",
                row.target(),
                row.valid() ? "" : " **INVALID**",
                row.connections(),
                row.batch(),
                row.requestsPerSecond(),
                row.slowest(),
                row.fastest(),
                row.recordsPerSecond(),
                row.p50Millis(),
                row.p99Millis(),
                row.errors(),
                row.missing(),
                known(row, "%.0f", row.cpuMicrosPerRecord()),
                known(row, "%,.0f", row.cpuBoundRequestsPerSecond()),
                known(row, "%.2f", row.serviceCores()),
                row.brokerCores(),
                row.clientCores(),
                known(row, "%.0f", row.residentMegabytes()));
    }

    /** A peer whose process was not named has no such figure. */
    private static String known(Row row, String format, double figure) {
        return row.residentMegabytes() == 0 ? "?" : String.format(Locale.ROOT, format, figure);
    }

    private static String line(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures) + "\n";
    }
}
