package io.auralis.benchmarks.kafka;

import io.auralis.benchmarks.payload.SampleReports;
import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.benchmarks.process.Output;
import io.auralis.benchmarks.process.Programs;
import io.auralis.contracts.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kafka's own {@code kafka-producer-perf-test} with the same records and the same producer settings. */
public final class ProducerPerf {
    private static final String MAIN = "org.apache.kafka.tools.ProducerPerformance";

    private static final Pattern TOTAL = Pattern.compile(
            "(\\d+) records sent, ([\\d.]+) records/sec .*?([\\d.]+) ms avg latency.*?(\\d+) ms 50th.*?(\\d+) ms 99th.*");

    private final Programs programs;
    private final Path records;

    private ProducerPerf(Programs programs, Path records) {
        this.programs = programs;
        this.records = records;
    }

    /** @param contributors how many different records it draws from */
    public static ProducerPerf of(Programs programs, Path folder, SampleReports reports, int contributors) {
        Path file = folder.resolve("records.txt");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int contributor = 0; contributor < contributors; contributor++) {
                out.write(Json.canonicalText(reports.record(contributor)));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return new ProducerPerf(programs, file);
    }

    /**
     * @param recordsPerSecond over the whole run, its start included
     * @param p50Millis of a record from its sending to its acknowledgement; since the program sends as fast as it can, this
     *     is mostly its own queue
     * @param p99Millis likewise
     */
    public record Sent(double recordsPerSecond, double p50Millis, double p99Millis) {}

    /** Sends so many records as fast as the producer takes them. */
    public Sent run(BenchmarkBroker broker, String topic, int count) {
        List<String> printed = Output.of(
                "kafka-producer-perf-test",
                programs.own(
                        MAIN,
                        List.of(
                                "--topic",
                                topic,
                                "--num-records",
                                Integer.toString(count),
                                "--payload-file",
                                records.toString(),
                                "--throughput",
                                "-1",
                                "--producer-props",
                                "bootstrap.servers=" + broker.bootstrapServers(),
                                "acks=all",
                                "enable.idempotence=true",
                                "compression.type=lz4",
                                "linger.ms=5")));
        return printed.stream()
                .map(TOTAL::matcher)
                .filter(Matcher::matches)
                .map(total -> new Sent(
                        Double.parseDouble(total.group(2)),
                        Double.parseDouble(total.group(4)),
                        Double.parseDouble(total.group(5))))
                .reduce((first, last) -> last)
                .orElseThrow(() -> new BenchmarkException("kafka-producer-perf-test printed no total: " + printed));
    }
}
