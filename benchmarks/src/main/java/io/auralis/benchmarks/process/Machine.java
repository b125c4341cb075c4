package io.auralis.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where and when a measurement was made.
 *
 * @param at UTC, to the minute
 * @param processor its own name
 * @param cores that this process may use
 * @param memoryBytes of the machine
 * @param java the JVM of all that is measured but the peer
 * @param kafka version of broker and clients
 * @param loadBefore load average of the last minute before the first run: what others do distorts what is measured
 */
public record Machine(
        String at, String processor, int cores, long memoryBytes, String java, String kafka, double loadBefore) {

    public static Machine observe() {
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                field("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("\\D+", "")) * 1024,
                Runtime.version().toString(),
                org.apache.kafka.common.utils.AppInfoParser.getVersion(),
                load());
    }

    /** Processes that ran or waited for a core, on average over the last minute. */
    public static double load() {
        return Double.parseDouble(read("/proc/loadavg").split(" ", 2)[0]);
    }

    private static String field(String file, String name) {
        return read(file)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("0");
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new BenchmarkException("Cannot read " + file + "; this needs Linux.", e);
        }
    }
}
