package io.auralis.aggregator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.Reports;
import io.auralis.aggregator.statistics.StateDocument;
import io.auralis.aggregator.statistics.Voice;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.candidate.CandidateChange.ParameterStep;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.Topics;
import io.auralis.deploy.broker.LocalBroker;
import io.auralis.deploy.database.LocalDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The service as it runs, on a real broker and a real database: one story in order, since starting them is dear. */
@QuarkusTest
@QuarkusTestResource(RealServices.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class AggregatorTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CONTRIBUTORS = 300;

    /** Of another population, fewer than k. */
    private static final int METAL = 20;

    LocalBroker localBroker;
    LocalDatabase localDatabase;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String databaseUrl;

    @ConfigProperty(name = RealServices.PUBLISHER_PASSWORD)
    String publisherPassword;

    @Inject
    DataSource database;

    @Test
    @Order(1)
    void reportsBecomeExactCountsInPostgreSql() throws SQLException {
        List<ReportRecord> records = new ArrayList<>(population());
        records.addAll(few());
        try (KafkaProducer<String, byte[]> producer = producer()) {
            records.forEach(record -> send(producer, record));
            // Five times, a poison record, and one that is taken back.
            for (int time = 0; time < 4; time++) {
                send(producer, records.get(0));
            }
            producer.send(new ProducerRecord<>(Topics.TASTE_REPORTS, Reports.id(1), new byte[] {1, 2, 3}));
            ReportRecord regretted =
                    ReportRecord.live(Reports.id(9_999), 1, records.get(0).report());
            send(producer, regretted);
            send(producer, ReportRecord.withdrawal(regretted.id(), 2));
        }

        await(() -> status().getLong("lag") == 0
                && status().getLong("processed") >= CONTRIBUTORS + METAL + 7
                && status().getLong("reports") == CONTRIBUTORS + METAL
                && stored().equals(counted(records)));
        assertThat(status().getLong("deadLetters")).isEqualTo(1);
        assertThat(status().getBoolean("ready")).isTrue();
    }

    @Test
    @Order(2)
    void aDerivationOffersTheCandidateToThePublisherAndNothingElse() throws SQLException {
        JsonPath report = given().post("/v1/candidates/derive")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(report.getList("candidates")).hasSize(1);
        try (Connection publisher = DriverManager.getConnection(databaseUrl, "publisher", publisherPassword);
                Statement statement = publisher.createStatement()) {
            try (ResultSet rows =
                    statement.executeQuery("select id, derived_at, base_model, document from " + Candidate.VIEW)) {
                assertThat(rows.next()).isTrue();
                String document = rows.getString("document");
                Candidate candidate = Candidate.parse(document.getBytes(StandardCharsets.UTF_8));
                assertThat(candidate.id())
                        .isEqualTo(rows.getString("id"))
                        .isEqualTo(report.getString("candidates[0].id"));
                assertThat(rows.getString("base_model")).isEqualTo("1.0.0");
                assertThat(new String(candidate.bytes(), StandardCharsets.UTF_8))
                        .isEqualTo(document);
                ParameterStep step = (ParameterStep) candidate.change();
                assertThat(step.dimension()).isEqualTo(TasteDimension.BASS);
                assertThat(step.step()).isBetween(0.3, 0.5);
                assertThat(rows.next()).isFalse();
            }
            for (String table : List.of("cohort_state", "candidate", "evidence", "noisy_release", "privacy_spent")) {
                assertThatThrownBy(() -> statement.executeQuery("select * from aggregator." + table))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> statement.execute("delete from " + Candidate.VIEW))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @Order(30)
    void aCandidateIsVerifiedByAReplayOfTheTopic() throws SQLException {
        String id = ids().get(0);
        JsonPath provenance = given().get("/v1/candidates/" + id + "/provenance")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        long reports = 0;
        for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
            reports += provenance.getLong("positions.'" + partition + "'.reports");
        }
        assertThat(reports).isEqualTo(CONTRIBUTORS + METAL);

        given().post("/v1/candidates/" + id + "/verify")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("equal"))
                .body("samples", equalTo(2));

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update aggregator.derivation_sample set sha256 = 'x' where population like '%studio%'");
        }
        given().post("/v1/candidates/" + id + "/verify")
                .then()
                .statusCode(200)
                .body("verdict", equalTo("different"))
                .body("different", equalTo(List.of("1.0.0/studio/neutral 2026-11")));
        given().post("/v1/candidates/nothing/verify").then().statusCode(404);
    }

    @Test
    @Order(31)
    void thePublicStatisticsAreWhatWasDrawnAndNothingExact() throws SQLException, IOException {
        long payments = count("privacy_spent");
        Response answer =
                given().get("/v1/statistics").then().statusCode(200).extract().response();

        JsonNode document = Json.mapper().readTree(answer.asByteArray());
        assertThat(ContractSchema.STATISTICS.violations(document)).isEmpty();
        // The 20 with metal are fewer than k, the 300 with studio are not.
        assertThat(document.at("/populations").size()).isEqualTo(1);
        assertThat(document.at("/populations/0/recordingType").asText()).isEqualTo("STUDIO");
        assertThat(document.at("/populations/0/contributors").asInt()).isBetween(CONTRIBUTORS - 40, CONTRIBUTORS + 40);
        List<Long> drawn = new ArrayList<>();
        document.at("/populations/0/dimensions/bass/deltas").forEach(count -> drawn.add(count.asLong()));
        StateDocument exact = StateDocument.of(counted(population()));
        List<Long> counted = IntStream.rangeClosed(-60, 60)
                .mapToObj(
                        steps -> exact.train().dimensions().get("bass").deltas().getOrDefault(steps, 0L))
                .toList();
        assertThat(drawn).hasSameSizeAs(counted).isNotEqualTo(counted);
        assertThat(answer.asString()).doesNotContain("sha256", "1.0.0/metal", "METAL");

        String tag = answer.header("ETag");
        given().header("If-None-Match", tag).get("/v1/statistics").then().statusCode(304);
        assertThat(answer.header("Cache-Control")).contains("max-age=3600");
        assertThat(count("privacy_spent")).isEqualTo(payments);
    }

    @Test
    @Order(32)
    void droppedStatisticsFillAgainToTheSameChecksum() {
        JsonPath before = exact();
        assertThat(before.getLong("reports")).isEqualTo(CONTRIBUTORS + METAL);

        given().post("/v1/internal/statistics/refill").then().statusCode(204);

        await(() -> exact().getString("sha256").equals(before.getString("sha256")));
        assertThat(exact().getMap("positions")).isEqualTo(before.getMap("positions"));
        assertThat(given().get("/v1/internal/statistics?counts=true").asString())
                .contains("\"deltas\"");
    }

    @Test
    @Order(33)
    void derivingAgainFromTheSameStatisticsChangesAndCostsNothing() throws SQLException {
        List<String> before = ids();
        long payments = count("privacy_spent");

        given().post("/v1/candidates/derive").then().statusCode(200);

        assertThat(ids()).isEqualTo(before).hasSize(1);
        assertThat(count("candidate")).isEqualTo(1);
        assertThat(count("evidence")).isEqualTo(1);
        assertThat(count("privacy_spent")).isEqualTo(payments).isPositive();
        assertThat(status().getInt("lastDerivation.proposed")).isEqualTo(1);
    }

    @Test
    @Order(34)
    void statisticsThatLackWhatTheLastDerivationHadAreNotDerivedFrom() throws SQLException {
        List<String> before = ids();
        execute("update aggregator.derivation_source set reports_next = reports_next + 1 where partition = 0");

        given().post("/v1/candidates/derive")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("statistics-incomplete"));
        assertThat(ids()).isEqualTo(before);

        // What an operator says of a topic that was made anew.
        given().post("/v1/candidates/derive?incomplete=true").then().statusCode(200);
        given().post("/v1/candidates/derive").then().statusCode(200);
        assertThat(ids()).isEqualTo(before);
    }

    @Test
    @Order(40)
    void whenTheBudgetIsSpentNothingMoreIsDrawnAndTheCandidateStands() throws SQLException {
        List<String> before = ids();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into aggregator.privacy_spent values"
                    + " (gen_random_uuid(), '1.0.0/studio/neutral', '2026-Q4', now(), 2.5, 2.5)");
        }
        ReportRecord late = ReportRecord.live(
                Reports.id(5_000),
                1,
                Reports.wanting(RecordingType.STUDIO, GearClass.NEUTRAL_HEADPHONES, TasteDimension.BASS, 4));
        try (KafkaProducer<String, byte[]> producer = producer()) {
            send(producer, late);
        }
        await(() -> status().getLong("reports") == CONTRIBUTORS + METAL + 1);

        JsonPath report = given().post("/v1/candidates/derive")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(report.getInt("refused.budget-spent")).isPositive();
        assertThat(ids()).isEqualTo(before);
    }

    @Test
    @Order(45)
    void whatIsAwayIsSaidAndNothingIsLost() {
        String verification = "/v1/candidates/" + ids().get(0) + "/verify";
        localBroker.stop();
        try {
            assertAway(given().post(verification), "topic-unavailable");
        } finally {
            localBroker.start();
        }
        localDatabase.stop();
        try {
            assertAway(given().get("/v1/candidates"), "database-unavailable");
            assertAway(given().get("/v1/internal/statistics"), "database-unavailable");
            given().get("/q/health/ready").then().statusCode(503);
        } finally {
            localDatabase.start();
        }
        await(() -> status().getBoolean("ready"));
        given().post(verification).then().statusCode(200);
    }

    private static void assertAway(Response answer, String code) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "10")
                .body("code", equalTo(code));
    }

    @Test
    @Order(50)
    void candidatesOfWithdrawnReportsNoLongerStand() {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            population().forEach(record -> send(producer, ReportRecord.withdrawal(record.id(), 2)));
            few().forEach(record -> send(producer, ReportRecord.withdrawal(record.id(), 2)));
            send(producer, ReportRecord.withdrawal(Reports.id(5_000), 2));
        }
        await(() -> status().getLong("reports") == 0);

        given().post("/v1/candidates/derive").then().statusCode(200);

        assertThat(ids()).isEmpty();
    }

    @Test
    @Order(60)
    void theInterfaceIsDescribedAndUnknownPathsAreProblems() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey("/v1/status"))
                .body("paths", hasKey("/v1/candidates"))
                .body("paths", hasKey("/v1/candidates/derive"))
                .body("paths", hasKey("/v1/candidates/{id}/provenance"))
                .body("paths", hasKey("/v1/candidates/{id}/verify"))
                .body("paths", hasKey("/v1/statistics"))
                .body("paths", hasKey("/v1/internal/statistics"))
                .body("paths", hasKey("/v1/internal/statistics/refill"));
        given().get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
        given().get("/v1/candidates/derive").then().statusCode(405).body("code", equalTo("method-not-allowed"));
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(given().get("/q/metrics").then().statusCode(200).extract().asString())
                .contains(
                        "auralis_aggregator_lag",
                        "auralis_aggregator_sink_lag",
                        "auralis_aggregator_reports",
                        "auralis_aggregator_cohorts",
                        "auralis_aggregator_records_total",
                        "auralis_aggregator_expired_total",
                        "auralis_aggregator_restore_remaining",
                        "auralis_aggregator_dead_letters_total{reason=\"unreadable\"} 1.0",
                        "auralis_aggregator_dead_letters_total{reason=\"unknown-schema\"} 0.0");
    }

    private static List<ReportRecord> population() {
        Random random = new Random(7);
        List<ReportRecord> records = new ArrayList<>();
        for (int owner = 0; owner < CONTRIBUTORS; owner++) {
            int steps = (int) Math.rint(4.5 + 3 * random.nextGaussian());
            records.add(ReportRecord.live(
                    Reports.id(owner),
                    1,
                    Reports.wanting(RecordingType.STUDIO, GearClass.NEUTRAL_HEADPHONES, TasteDimension.BASS, steps)));
        }
        return records;
    }

    private static List<ReportRecord> few() {
        return IntStream.range(0, METAL)
                .mapToObj(owner -> ReportRecord.live(
                        Reports.id(100_000 + owner),
                        1,
                        Reports.wanting(RecordingType.METAL, GearClass.NEUTRAL_HEADPHONES, TasteDimension.AIR, 5)))
                .toList();
    }

    private static JsonPath exact() {
        return given().get("/v1/internal/statistics")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static CohortState counted(List<ReportRecord> records) {
        CohortState state = CohortState.EMPTY;
        for (ReportRecord record : records) {
            state = state.plus(Voice.of(record));
        }
        return state;
    }

    private CohortState stored() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select document from aggregator.cohort_state")) {
            CohortState state = CohortState.EMPTY;
            while (rows.next()) {
                state = state.merge(Json.read(rows.getString(1).getBytes(StandardCharsets.UTF_8), StateDocument.class)
                        .state());
            }
            return state;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from aggregator." + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> ids() {
        return given().get("/v1/candidates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("candidate.id");
    }

    private static JsonPath status() {
        return given().get("/v1/status").then().statusCode(200).extract().jsonPath();
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer());
    }

    private static void send(KafkaProducer<String, byte[]> producer, ReportRecord record) {
        producer.send(new ProducerRecord<>(Topics.TASTE_REPORTS, record.id(), Json.canonical(record)));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + PATIENCE + ": " + status().prettify());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (RuntimeException e) {
            // A figure that is not there yet.
            return false;
        }
    }
}
