package io.auralis.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.aggregator.statistics.Cohort;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.PartitionPosition;
import io.auralis.aggregator.statistics.Reports;
import io.auralis.aggregator.statistics.Voice;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatisticsTopologyTest {
    private static final TopicNames TOPICS = TopicNames.of("test");

    /** The reports of the tests are of this month and the one before. */
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private final AdmissionMetrics metrics = new AdmissionMetrics();

    @TempDir
    Path stateDirectory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> reports;
    private TestOutputTopic<String, byte[]> states;
    private TestOutputTopic<String, byte[]> deadLetters;
    private TestOutputTopic<String, byte[]> forgotten;
    private final Map<String, CohortState> newest = new TreeMap<>();

    @BeforeEach
    void start() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(StatisticsTopology.build(TOPICS, new Retention(13), metrics), properties, NOW);
        reports = driver.createInputTopic(
                TOPICS.reports(), new StringSerializer(), new ByteArraySerializer(), NOW, Duration.ZERO);
        states = driver.createOutputTopic(TOPICS.cohortStates(), new StringDeserializer(), new ByteArrayDeserializer());
        deadLetters =
                driver.createOutputTopic(TOPICS.deadLetters(), new StringDeserializer(), new ByteArrayDeserializer());
        forgotten = driver.createOutputTopic(TOPICS.reports(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void theSameReportFiveTimesCountsOnce() {
        ReportRecord record = ReportRecord.live(Reports.id(1), 1, wanting(4));
        for (int time = 0; time < 5; time++) {
            send(record);
        }

        assertThat(newestStates()).containsExactly(Map.entry(cohort(record), counted(record)));
    }

    @Test
    void aHigherNumberReplacesALowerOneAndALateLowerOneChangesNothing() {
        ReportRecord newer = ReportRecord.live(Reports.id(1), 3, wanting(5));
        send(ReportRecord.live(Reports.id(1), 1, wanting(4)));
        send(newer);
        send(ReportRecord.live(Reports.id(1), 2, wanting(-6)));

        assertThat(newestStates()).containsExactly(Map.entry(cohort(newer), counted(newer)));
    }

    @Test
    void aReportThatMovesToAnotherCohortLeavesTheFirst() {
        ReportRecord first = ReportRecord.live(Reports.id(1), 1, wanting(4));
        ReportRecord second = ReportRecord.live(
                Reports.id(1), 2, Reports.wanting(RecordingType.METAL, GearClass.DARK_SPEAKERS, TasteDimension.AIR, 2));
        send(first);
        send(second);

        assertThat(newestStates()).containsExactly(Map.entry(cohort(second), counted(second)));
    }

    @Test
    void aWithdrawnReportLeavesNothingBehind() {
        ReportRecord stays = ReportRecord.live(Reports.id(2), 1, wanting(1));
        send(ReportRecord.live(Reports.id(1), 1, wanting(4)));
        send(stays);
        send(ReportRecord.withdrawal(Reports.id(1), 2));

        assertThat(newestStates()).containsExactly(Map.entry(cohort(stays), counted(stays)));
    }

    @Test
    void aWithdrawalThatOvertakesItsReportStillWins() {
        send(ReportRecord.withdrawal(Reports.id(1), 2));
        send(ReportRecord.live(Reports.id(1), 1, wanting(4)));

        assertThat(newestStates()).isEmpty();
    }

    @Test
    void aCohortThatLosesItsLastContributorIsPublishedAsEmpty() {
        ReportRecord record = ReportRecord.live(Reports.id(1), 1, wanting(4));
        send(record);
        send(ReportRecord.withdrawal(Reports.id(1), 2));

        assertThat(CohortState.parse(states.readKeyValuesToMap().get(cohort(record))))
                .isEqualTo(CohortState.EMPTY);
    }

    @Test
    void thePositionIsHandedOnAfterTheCohortsThatItSpeaksOf() {
        send(ReportRecord.live(Reports.id(1), 1, wanting(4)));
        send(ReportRecord.live(
                Reports.id(1),
                2,
                Reports.wanting(RecordingType.METAL, GearClass.DARK_SPEAKERS, TasteDimension.AIR, 2)));

        assertThat(states.readKeyValuesToList().stream().map(change -> change.key))
                .containsExactly(
                        "1.0.0/studio/neutral-headphones/" + hearing(4) + "/2026-11",
                        PartitionPosition.KEY,
                        "1.0.0/studio/neutral-headphones/" + hearing(4) + "/2026-11",
                        "1.0.0/metal/dark-speakers/" + hearing(2) + "/2026-11",
                        PartitionPosition.KEY);
    }

    @Test
    void thePositionSaysWhatWasMetBeforeIt() {
        send(ReportRecord.live(Reports.id(1), 1, wanting(4)));
        send(ReportRecord.live(Reports.id(2), 1, wanting(4)));
        send(ReportRecord.live(Reports.id(2), 2, wanting(5)));
        send(ReportRecord.withdrawal(Reports.id(1), 2));
        reports.pipeInput(Reports.id(3), new byte[] {1});

        assertThat(position()).isEqualTo(new PartitionPosition(0, 5, 5, 1, 1, 0, 1, "2025-10"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102, 103})
    void anyOrderWithAnyDuplicatesEndsInTheStatisticsOfTheNewestReports(long seed) {
        Random random = new Random(seed);
        List<ReportRecord> records = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            records.add(Reports.anyRecord(random, 16, 6));
        }
        Collections.shuffle(records, random);
        records.addAll(records.subList(0, 20));
        records.forEach(this::send);

        assertThat(newestStates()).isEqualTo(countedAnew(records));
        assertThat(metrics.processed()).isEqualTo(140);
    }

    @Test
    void poisonGoesToTheDeadLettersByPlaceAndReasonAndTheRestCounts() {
        ReportRecord good = ReportRecord.live(Reports.id(1), 1, wanting(4));
        reports.pipeInput(Reports.id(1), utf8("{\"planted\":\"marker\"}"));
        reports.pipeInput(Reports.id(2), Json.canonical(good));
        reports.pipeInput(Reports.id(3), (byte[]) null);
        reports.pipeInput(null, Json.canonical(good));
        reports.pipeInput(Reports.id(1), new byte[] {(byte) 0xff, 0, 1});
        reports.pipeInput(Reports.id(1), utf8("{\"id\":\"" + "x".repeat(1_000_000) + "\"}"));
        reports.pipeInput(Reports.id(1), utf8("[".repeat(60_000)));
        reports.pipeInput(Reports.id(1), utf8(text(good).replace("report-record/1", "report-record/2")));
        reports.pipeInput(Reports.id(1), utf8(text(good).replace("taste-report/1", "taste-report/9")));
        reports.pipeInput(Reports.id(1), utf8(text(good).replace("1.0.0", "1.0")));
        reports.pipeInput("not an id", (byte[]) null);
        reports.pipeInput(Reports.id(1), new byte[0]);
        send(good);

        assertThat(newestStates()).containsExactly(Map.entry(cohort(good), counted(good)));
        List<String> letters = deadLetters.readValuesToList().stream()
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
        assertThat(letters)
                .containsExactly(
                        letter(0, "UNREADABLE"),
                        letter(1, "KEY_IS_NOT_ID"),
                        letter(2, "NO_VALUE"),
                        letter(3, "NO_KEY"),
                        letter(4, "UNREADABLE"),
                        letter(5, "TOO_LARGE"),
                        letter(6, "UNREADABLE"),
                        letter(7, "UNKNOWN_SCHEMA"),
                        letter(8, "UNKNOWN_SCHEMA"),
                        letter(9, "UNREADABLE"),
                        letter(10, "KEY_IS_NOT_ID"),
                        letter(11, "UNREADABLE"));
        assertThat(metrics.dead()).isEqualTo(12);
        assertThat(metrics.deadByReason().get("unknown-schema").sum()).isEqualTo(2);
    }

    @Test
    void aReportIsForgottenWithATombstoneOnceItsMonthIsTooOld() {
        ReportRecord old = ReportRecord.live(Reports.id(1), 1, wanting(4));
        ReportRecord withdrawn = ReportRecord.withdrawal(Reports.id(2), 1);
        send(old);
        send(withdrawn);
        Instant later = Instant.parse("2028-01-01T00:00:00Z");
        driver.advanceWallClockTime(Duration.between(NOW, later));
        assertThat(newestStates()).containsKey(cohort(old));

        ReportRecord young = ReportRecord.live(Reports.id(3), 1, Reports.ofMonth("2027-12", 2));
        reports.pipeInput(young.id(), Json.canonical(young), later);
        assertThat(newestStates()).containsExactly(Map.entry(cohort(young), counted(young)));
        driver.advanceWallClockTime(Duration.ofSeconds(2));

        KeyValueStore<byte[], byte[]> voices = driver.getKeyValueStore(StatisticsTopology.NEWEST);
        try (KeyValueIterator<byte[], byte[]> left = voices.all()) {
            assertThat(left).toIterable().hasSize(1);
        }
        assertThat(forgotten.readKeyValuesToList())
                .extracting(tombstone -> tombstone.key)
                .containsExactlyInAnyOrder(old.id(), withdrawn.id());
        assertThat(position()).isEqualTo(new PartitionPosition(0, 5, 5, 1, 0, 2, 0, "2026-12"));
    }

    @Test
    void aClockThatIsAheadForgetsNothing() {
        ReportRecord record = ReportRecord.live(Reports.id(1), 1, wanting(4));
        send(record);
        driver.advanceWallClockTime(Duration.ofDays(2_000));
        ReportRecord next = ReportRecord.live(Reports.id(1), 2, wanting(5));
        send(next);

        assertThat(newestStates()).containsExactly(Map.entry(cohort(next), counted(next)));
        assertThat(forgotten.isEmpty()).isTrue();
    }

    @Test
    void aLateChangeOfAReportThatIsTooOldChangesNothing() {
        ReportRecord old = ReportRecord.live(Reports.id(1), 1, wanting(4));
        ReportRecord young = ReportRecord.live(Reports.id(3), 1, Reports.ofMonth("2028-01", 2));
        Instant later = Instant.parse("2028-01-02T00:00:00Z");
        send(old);
        driver.advanceWallClockTime(Duration.between(NOW, later).minusMillis(900));
        reports.pipeInput(young.id(), Json.canonical(young), later);
        reports.pipeInput(old.id(), Json.canonical(ReportRecord.live(old.id(), 2, wanting(-4))), later);
        reports.pipeInput(old.id(), Json.canonical(ReportRecord.withdrawal(old.id(), 3)), later);

        assertThat(newestStates()).containsExactly(Map.entry(cohort(young), counted(young)));
    }

    @Test
    void aTombstoneOfAnotherForgetsTheReportAsCompactionWillAndIsReported() {
        send(ReportRecord.live(Reports.id(1), 1, wanting(4)));
        reports.pipeInput(Reports.id(1), (byte[]) null);

        assertThat(newestStates()).isEmpty();
        assertThat(metrics.deadByReason().get("no-value").sum()).isEqualTo(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {201, 202, 203})
    void mutatedRecordsNeverStopThePartition(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = Json.canonical(Reports.anyRecord(random, 10, 5));
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            reports.pipeInput(Reports.id(random.nextInt(10)), bytes);
        }
        ReportRecord good = ReportRecord.live(Reports.id(999), 1, wanting(4));
        send(good);

        assertThat(newestStates()).containsKey(cohort(good));
        assertThat(metrics.processed()).isEqualTo(201);
    }

    private static String hearing(int steps) {
        return Reports.wanting(RecordingType.STUDIO, GearClass.NEUTRAL_HEADPHONES, TasteDimension.BASS, steps)
                .hearingClass()
                .key();
    }

    private static String letter(long offset, String reason) {
        return "{\"offset\":" + offset + ",\"partition\":0,\"reason\":\"" + reason
                + "\",\"topic\":\"taste-reports.v1\"}";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ReportRecord record) {
        return Json.canonicalText(record);
    }

    private static TasteReport wanting(int steps) {
        return Reports.wanting(RecordingType.STUDIO, GearClass.NEUTRAL_HEADPHONES, TasteDimension.BASS, steps);
    }

    private void send(ReportRecord record) {
        reports.pipeInput(record.id(), Json.canonical(record));
    }

    private static String cohort(ReportRecord record) {
        return Cohort.of(record.report()).key();
    }

    private static CohortState counted(ReportRecord record) {
        return CohortState.EMPTY.plus(Voice.of(record));
    }

    /** The independent way: keep the highest number per id, then add up. */
    private static Map<String, CohortState> countedAnew(List<ReportRecord> records) {
        Map<String, ReportRecord> newest = new HashMap<>();
        for (ReportRecord record : records) {
            ReportRecord known = newest.get(record.id());
            if (known == null || record.number() > known.number()) {
                newest.put(record.id(), record);
            }
        }
        Map<String, CohortState> counted = new TreeMap<>();
        for (ReportRecord record : newest.values()) {
            if (!record.withdrawn()) {
                counted.merge(cohort(record), counted(record), CohortState::merge);
            }
        }
        return counted;
    }

    private Map<String, CohortState> newestStates() {
        states.readKeyValuesToMap().forEach((key, value) -> {
            if (!key.equals(PartitionPosition.KEY)) {
                newest.put(key, CohortState.parse(value));
            }
        });
        newest.values().removeIf(CohortState::isEmpty);
        return newest;
    }

    private PartitionPosition position() {
        return ((CohortStore) driver.getStateStore(StatisticsTopology.COHORTS)).position();
    }
}
