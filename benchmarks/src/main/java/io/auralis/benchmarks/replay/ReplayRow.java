package io.auralis.benchmarks.replay;

import io.auralis.benchmarks.figures.Median;
import io.auralis.benchmarks.kafka.ConsumerPerf;
import java.util.List;

/**
 * Medians of the replays of one size.
 *
 * @param reports in the topic
 * @param reportsPerSecond by the clock
 * @param reportsPerCpuSecond of the aggregator, without its start: the rate of one core
 * @param cpuMicrosPerReport the same the other way round
 * @param aggregatorCores that it kept busy
 * @param brokerCores that the broker kept busy for it
 * @param peakMegabytes the most memory of the aggregator, heap and native
 * @param consumerPerSecond of kafka-consumer-perf-test on the same topic
 * @param consumerPerCpuSecond likewise, its start included
 */
record ReplayRow(
        int reports,
        double reportsPerSecond,
        double reportsPerCpuSecond,
        double cpuMicrosPerReport,
        double aggregatorCores,
        double brokerCores,
        double peakMegabytes,
        double consumerPerSecond,
        double consumerPerCpuSecond) {

    /**
     * What each report costs that this size has more than a smaller one. Compiling while the first reports are counted is
     * taken off by it, which is most of the cost of a small topic.
     */
    double cpuMicrosBeyond(ReplayRow smaller) {
        double more = cpuMicrosPerReport * reports - smaller.cpuMicrosPerReport * smaller.reports;
        return more / (reports - smaller.reports);
    }

    /** @param startCpuSeconds what the aggregator uses until it is ready, on an empty topic */
    static ReplayRow of(
            int reports, double startCpuSeconds, List<Replayed> replays, List<ConsumerPerf.Consumed> consumed) {
        double cpu = Math.max(0.01, Median.of(replays, Replayed::cpuSeconds) - startCpuSeconds);
        return new ReplayRow(
                reports,
                Median.of(replays, replay -> reports / replay.seconds()),
                reports / cpu,
                1e6 * cpu / reports,
                Median.of(replays, replay -> (replay.cpuSeconds() - startCpuSeconds) / replay.seconds()),
                Median.of(replays, replay -> replay.brokerCpuSeconds() / replay.seconds()),
                Median.of(replays, replay -> replay.peakBytes() / 1e6),
                Median.of(consumed, ConsumerPerf.Consumed::recordsPerSecond),
                Median.of(consumed, ConsumerPerf.Consumed::recordsPerCpuSecond));
    }
}
