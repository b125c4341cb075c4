package io.auralis.aggregator.replay;

import com.sun.management.OperatingSystemMXBean;
import io.auralis.aggregator.stream.BrokerTopics;
import io.auralis.aggregator.stream.Generation;
import io.auralis.aggregator.stream.ReportLag;
import io.auralis.aggregator.stream.StreamRunner;
import io.auralis.aggregator.stream.StreamSettings;
import io.auralis.aggregator.topology.AdmissionMetrics;
import io.auralis.contracts.taste.Topics;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How many reports a core counts in a second when the whole topic is read anew. {@code fill BROKER RECORDS} writes reports
 * to a broker, {@code run BROKER FOLDER GENERATION} counts them in this process and prints what it cost: reports per second
 * of this process's CPU time, which other programs on the machine disturb less than the clock's.
 */
final class ReplayRun {
    /** Held, since the logging library does not; without a service's configuration it would write every step. */
    private static final Logger ROOT = Logger.getLogger("");

    private ReplayRun() {}

    public static void main(String[] arguments) throws Exception {
        ROOT.setLevel(Level.WARNING);
        if (arguments.length == 3 && arguments[0].equals("fill")) {
            fill(arguments[1], Integer.parseInt(arguments[2]));
        } else if (arguments.length == 4 && arguments[0].equals("run")) {
            run(arguments[1], Path.of(arguments[2]), Integer.parseInt(arguments[3]));
        } else {
            throw new IllegalArgumentException("expected: fill BROKER RECORDS, or: run BROKER FOLDER GENERATION");
        }
    }

    static void fill(String broker, int records) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            new BrokerTopics(admin, settings(Path.of("")).topics()).createAbsent(new Generation(1).topics());
        }
        ReportGenerator generator = new ReportGenerator(records, YearMonth.now(ZoneOffset.UTC));
        Map<String, Object> client = Map.of("bootstrap.servers", broker, "linger.ms", 20, "batch.size", 131_072);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                ReportGenerator.Generated next = generator.next();
                producer.send(new ProducerRecord<>(Topics.TASTE_REPORTS, next.id(), next.value()));
            }
        }
    }

    private static void run(String broker, Path folder, int number) throws Exception {
        Files.createDirectories(folder);
        StreamSettings settings = settings(folder);
        Generation generation = new Generation(number);
        AdmissionMetrics metrics = new AdmissionMetrics();
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            BrokerTopics topics = new BrokerTopics(admin, settings.topics());
            try (StreamRunner runner =
                    new StreamRunner(Map.of("bootstrap.servers", broker), settings, generation, topics, metrics)) {
                runner.start();
                while (metrics.processed() == 0) {
                    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                }
                long from = metrics.processed();
                long wall = System.nanoTime();
                long cpu = process.getProcessCpuTime();
                ReportLag lag = new ReportLag(admin, generation);
                while (behind(lag) > 0) {
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                }
                double seconds = (System.nanoTime() - wall) / 1e9;
                double cpuSeconds = (process.getProcessCpuTime() - cpu) / 1e9;
                long counted = metrics.processed() - from;
                System.out.printf(
                        Locale.ROOT,
                        "{\"reports\":%d,\"seconds\":%.1f,\"cpuSeconds\":%.1f,\"perSecond\":%.0f,\"perCpuSecond\":%.0f,"
                                + "\"peakMegabytes\":%s}%n",
                        counted,
                        seconds,
                        cpuSeconds,
                        counted / seconds,
                        counted / cpuSeconds,
                        peakMegabytes());
            }
        }
    }

    private static long behind(ReportLag lag) throws ExecutionException, InterruptedException {
        try {
            return lag.perTopic().values().stream()
                    .flatMap(partitions -> partitions.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
        } catch (TimeoutException e) {
            // The broker is busy with what is measured.
            return Long.MAX_VALUE;
        }
    }

    private static String peakMegabytes() throws Exception {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse("null");
    }

    private static StreamSettings settings(Path folder) {
        return new ReplaySettings(folder);
    }

    private record ReplaySettings(Path stateDir) implements StreamSettings {
        @Override
        public int generation() {
            return 1;
        }

        @Override
        public int threads() {
            return Integer.getInteger("threads", 1);
        }

        @Override
        public int standbyReplicas() {
            return 0;
        }

        @Override
        public Duration commitInterval() {
            return Duration.ofMillis(500);
        }

        @Override
        public long cacheBytes() {
            return 32 << 20;
        }

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int keepMonths() {
            return 13;
        }

        @Override
        public TopicSettings topics() {
            return new TopicSettings() {
                @Override
                public short replicationFactor() {
                    return 1;
                }

                @Override
                public short minInsyncReplicas() {
                    return 1;
                }
            };
        }
    }
}
