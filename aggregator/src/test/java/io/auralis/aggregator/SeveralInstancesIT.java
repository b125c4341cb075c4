package io.auralis.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.aggregator.replay.ReportGenerator;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.Topics;
import io.auralis.deploy.database.LocalDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged service as several processes that share the work, on a real broker and a real PostgreSQL; what PostgreSQL
 * ends with is compared with a plain count of the acknowledged records. The profile {@code long-checks} makes load and
 * outage twenty times as long.
 */
final class SeveralInstancesIT {
    private static final int FACTOR = Boolean.getBoolean("auralis.long-checks") ? 20 : 1;
    private static final int REPORTS = 2_000 * FACTOR;

    /** How long the database is away: long enough for several attempts to reach it. */
    private static final Duration AWAY = Duration.ofSeconds(8).multipliedBy(FACTOR);

    @TempDir
    Path folder;

    private final Oracle oracle = new Oracle();
    private final ReportGenerator generator = new ReportGenerator(20_261_125, YearMonth.now(ZoneOffset.UTC));
    private Surroundings surroundings;
    private LocalDatabase database;
    private KafkaProducer<String, byte[]> producer;
    private Map<String, String> environment;

    @BeforeEach
    void start() {
        surroundings = Surroundings.start(folder);
        database = surroundings.database();
        environment = surroundings.environment(Map.of("AURALIS_AGGREGATOR_STANDBY_REPLICAS", "1"));
        producer = surroundings.producer();
    }

    @AfterEach
    void stop() {
        producer.close();
        surroundings.close();
    }

    @Test
    void aThirdIsAddedUnderLoadTwoAreKilledOneAfterTheOtherAndEveryReportCountsOnce() throws Exception {
        try (Instance first = new Instance(folder, environment);
                Instance second = new Instance(folder, environment)) {
            Await.until(() -> first.isReady() && second.isReady());
            send(REPORTS);
            try (Instance third = new Instance(folder, environment)) {
                send(REPORTS);
                Await.until(third::isReady);
                killUnderLoad("three", first);
                killUnderLoad("two", second);
                assertThat(third.get("/v1/status")).contains("\"deadLetters\":0");
            }
        }
    }

    private void killUnderLoad(String running, Instance instance) throws Exception {
        send(REPORTS / 2);
        Await.until(this::isExact);
        send(REPORTS / 2);
        long killed = System.nanoTime();
        instance.kill();
        send(REPORTS / 2);
        Await.until(this::isExact);
        tell("recovered from the kill of one of " + running, killed);
    }

    /** Only in the long checks: in the usual build the whole stack's fault tests kill the database under load. */
    @Test
    @Tag("long")
    void theDatabaseMayBeAwayAndANewGenerationCountsTheSame() throws Exception {
        String checksum;
        try (Instance instance = new Instance(folder, environment)) {
            Await.until(instance::isReady);
            send(REPORTS / 2);
            Await.until(this::isExact);

            database.stop();
            Await.until(() -> instance.status("/q/health/ready") == 503);
            Duration cpuBefore = instance.cpu();
            long away = System.nanoTime();
            send(REPORTS / 2);
            Await.until(() -> System.nanoTime() - away > AWAY.toNanos());
            Duration cpu = instance.cpu().minus(cpuBefore);
            assertThat(instance.isReady()).isFalse();
            // A loop without rest would take a core; counting goes on meanwhile, and needs its share.
            assertThat(cpu).isLessThan(Duration.ofNanos(System.nanoTime() - away));
            database.start();
            long back = System.nanoTime();
            Await.until(() -> instance.isReady() && isExact());
            tell("caught up after the database was back", back);
            checksum = checksum(instance);
        }

        Map<String, String> next = new HashMap<>(environment);
        next.put("AURALIS_AGGREGATOR_GENERATION", "2");
        try (Instance instance = new Instance(folder, next)) {
            Await.until(() -> instance.isReady() && generation() == 2 && isExact());
            assertThat(checksum(instance)).isEqualTo(checksum);
        }
    }

    /** The build's log keeps no levels of ours; these figures are what an operator asks for. */
    private static void tell(String what, long sinceNanos) {
        System.out.printf("%s in %.1f s%n", what, (System.nanoTime() - sinceNanos) / 1e9);
    }

    private static String checksum(Instance instance) {
        JsonNode exact =
                Json.read(instance.get("/v1/internal/statistics").getBytes(StandardCharsets.UTF_8), JsonNode.class);
        return exact.get("sha256").asText();
    }

    private void send(int reports) throws ExecutionException, InterruptedException {
        List<byte[]> values = new ArrayList<>(reports);
        List<Future<RecordMetadata>> sent = new ArrayList<>(reports);
        for (int i = 0; i < reports; i++) {
            ReportGenerator.Generated report = generator.next();
            values.add(report.value());
            sent.add(producer.send(new ProducerRecord<>(Topics.TASTE_REPORTS, report.id(), report.value())));
        }
        for (int i = 0; i < reports; i++) {
            sent.get(i).get();
            oracle.acknowledged(values.get(i));
        }
    }

    private boolean isExact() {
        try (Connection connection = database.connect("aggregator");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select cohort, document from aggregator.cohort_state")) {
            SortedMap<String, Long> counts = new TreeMap<>();
            while (rows.next()) {
                Oracle.ofDocument(counts, rows.getString(1), rows.getString(2).getBytes(StandardCharsets.UTF_8));
            }
            return counts.equals(oracle.counts());
        } catch (SQLException e) {
            return false;
        }
    }

    private int generation() {
        try (Connection connection = database.connect("aggregator");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select generation from aggregator.statistics_source")) {
            return rows.next() ? rows.getInt(1) : 0;
        } catch (SQLException e) {
            return 0;
        }
    }
}
