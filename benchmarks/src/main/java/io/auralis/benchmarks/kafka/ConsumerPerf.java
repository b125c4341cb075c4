package io.auralis.benchmarks.kafka;

import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.benchmarks.process.Output;
import io.auralis.benchmarks.process.ProcessUsage;
import io.auralis.benchmarks.process.Programs;
import java.util.List;

/** Kafka's own {@code kafka-consumer-perf-test}: reads a topic from its beginning and drops what it reads. */
public final class ConsumerPerf {
    private static final String MAIN = "org.apache.kafka.tools.ConsumerPerformance";

    /** Columns of its one line of figures. */
    private static final int COLUMNS = 10;

    private static final int RECORDS = 4;
    private static final int FETCH_MILLIS = 7;

    private ConsumerPerf() {}

    /**
     * @param recordsPerSecond while fetching, without joining the group
     * @param recordsPerCpuSecond of the whole process, its start included
     */
    public record Consumed(double recordsPerSecond, double recordsPerCpuSecond) {}

    public static Consumed run(Programs programs, BenchmarkBroker broker, String topic, long count) {
        double cpuBefore = ProcessUsage.cpuSecondsOfEndedChildren();
        List<String> printed = Output.of(
                "kafka-consumer-perf-test",
                programs.own(
                        MAIN,
                        List.of(
                                "--bootstrap-server",
                                broker.bootstrapServers(),
                                "--topic",
                                topic,
                                "--messages",
                                Long.toString(count),
                                "--timeout",
                                "60000",
                                "--hide-header")));
        double cpu = ProcessUsage.cpuSecondsOfEndedChildren() - cpuBefore;
        return printed.stream()
                .map(line -> line.split(", *", -1))
                .filter(columns -> columns.length == COLUMNS)
                .map(columns -> {
                    double records = Double.parseDouble(columns[RECORDS]);
                    return new Consumed(1000 * records / Double.parseDouble(columns[FETCH_MILLIS]), records / cpu);
                })
                .reduce((first, last) -> last)
                .orElseThrow(() -> new BenchmarkException("kafka-consumer-perf-test printed no figures: " + printed));
    }
}
