package io.auralis.benchmarks.replay;

import io.auralis.benchmarks.process.Machine;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * All of one replay benchmark, as its JSON has it.
 *
 * @param startCpuSeconds what the aggregator uses until it is ready, taken off
 * @param loadAfter load average after the last replay
 */
public record ReplayReport(
        Machine machine, String heap, ReplayPlan plan, double startCpuSeconds, double loadAfter, List<ReplayRow> rows) {

    /** A table for a person, in Markdown. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %s, %d cores, Java %s, Kafka %s, heap %s, %d stream threads%n"
                        + "medians of %d replays; load average %.1f before, %.1f after; start-up of %.1f CPU s taken off%n%n",
                machine.at(),
                machine.processor(),
                machine.cores(),
                machine.java(),
                machine.kafka(),
                heap,
                plan.threads(),
                plan.rounds(),
                machine.loadBefore(),
                loadAfter,
                startCpuSeconds));
        text.append(
                "| reports | reports/s | reports/s per core | CPU µs/report | beyond the size before | cores: aggregator, broker | peak MB | consumer-perf records/s | per core |\n");
        text.append("|---|---|---|---|---|---|---|---|---|\n");
        @Nullable ReplayRow smaller = null;
        for (ReplayRow row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %,.0f | %,.0f | %.1f | %s | %.2f, %.2f | %,.0f | %,.0f | %,.0f |%n",
                    row.reports(),
                    row.reportsPerSecond(),
                    row.reportsPerCpuSecond(),
                    row.cpuMicrosPerReport(),
                    smaller == null ? "" : String.format(Locale.ROOT, "%.1f", row.cpuMicrosBeyond(smaller)),
                    row.aggregatorCores(),
                    row.brokerCores(),
                    row.peakMegabytes(),
                    row.consumerPerSecond(),
                    row.consumerPerCpuSecond()));
            smaller = row;
        }
        return text.toString();
    }
}
