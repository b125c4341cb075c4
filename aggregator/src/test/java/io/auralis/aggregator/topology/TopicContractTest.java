package io.auralis.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.aggregator.statistics.Cohort;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.PartitionPosition;
import io.auralis.aggregator.statistics.Voice;
import io.auralis.aggregator.stream.Generation;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.TopicContract;
import io.auralis.contracts.taste.EventHeaders;
import io.auralis.contracts.taste.ReportRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's examples as ingest-service writes them, and what the aggregator writes, held to the topics' description. */
final class TopicContractTest {
    private static final TopicNames TOPICS = new Generation(1).topics();
    private static final String KEY = "0".repeat(64);

    @TempDir
    Path stateDirectory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> reports;

    @BeforeEach
    void start() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, new Generation(1).applicationId());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(
                StatisticsTopology.build(TOPICS, new Retention(1_200), new AdmissionMetrics()), properties);
        reports = driver.createInputTopic(TOPICS.reports(), new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aValidExampleOfARecordIsCounted(ContractExample example) {
        ReportRecord record = Json.read(example.bytes(), ReportRecord.class);
        reports.pipeInput(new TestRecord<>(record.id(), example.bytes(), headersOf(record)));

        assertThat(read(TOPICS.deadLetters())).isEmpty();
        List<TestRecord<String, byte[]>> states = states();
        if (record.withdrawn()) {
            assertThat(states).isEmpty();
        } else {
            assertThat(states).singleElement().satisfies(state -> {
                assertThat(state.key()).isEqualTo(Cohort.of(record.report()).key());
                assertThat(CohortState.parse(state.value())).isEqualTo(CohortState.EMPTY.plus(Voice.of(record)));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidExampleOfARecordIsADeadLetterAsDescribed(ContractExample example) {
        reports.pipeInput(new TestRecord<>(KEY, example.bytes(), new RecordHeaders()));

        assertThat(states()).isEmpty();
        assertThat(read(TOPICS.deadLetters())).singleElement().satisfies(letter -> {
            Map<String, String> headers = byName(letter.headers());
            assertThat(TopicContract.of(TOPICS.deadLetters(), headers.get("ce_type"))
                            .violations(headers, letter.value()))
                    .isEmpty();
            assertThat(headers).containsEntry("ce_id", "taste-reports.v1/0/0");
        });
    }

    @Test
    void aHeaderOfAReportReachesNothingThatIsWrittenFromIt() {
        ReportRecord record = Json.read(valid().get(0).bytes(), ReportRecord.class);
        for (byte[] value : List.of(Json.canonical(record), new byte[] {1})) {
            Headers headers = headersOf(record);
            headers.add("x-unknown", "planted".getBytes(StandardCharsets.UTF_8));
            reports.pipeInput(new TestRecord<>(record.id(), value, headers));
        }

        List<String> written = List.copyOf(driver.producedTopicNames());
        assertThat(written).anyMatch(topic -> topic.contains("changelog")).contains(TOPICS.deadLetters());
        for (String topic : written) {
            assertThat(read(topic)).isNotEmpty().allSatisfy(each -> {
                assertThat(byName(each.headers())).doesNotContainKey("x-unknown");
                assertThat(byName(each.headers()).getOrDefault("ce_id", "")).doesNotContain(record.id());
            });
        }
    }

    @Test
    void theStatesHaveTheDescribedTopicAndNoHeaders() {
        ReportRecord record = Json.read(valid().get(0).bytes(), ReportRecord.class);
        reports.pipeInput(new TestRecord<>(record.id(), Json.canonical(record), headersOf(record)));

        String topic = "auralis-aggregator-2-g{generation}-cohort-state-changelog";
        assertThat(read(TOPICS.cohortStates()))
                .hasSize(2)
                .allSatisfy(state -> assertThat(TopicContract.of(
                                        topic, state.key().equals(PartitionPosition.KEY) ? "position" : "cohort-state")
                                .violations(byName(state.headers()), null))
                        .isEmpty());
        assertThat(TOPICS.cohortStates()).isEqualTo(topic.replace("{generation}", "1"));
    }

    @Test
    void aTombstoneOfAnExpiredReportIsAsDescribed() {
        ReportRecord record = Json.read(valid().get(0).bytes(), ReportRecord.class);
        Map<String, String> headers =
                byName(Forgetting.tombstone(record.id(), 0).headers());

        assertThat(TopicContract.of(TOPICS.reports(), headers.get("ce_type")).violations(headers, bytes("null")))
                .isEmpty();
        assertThat(TopicContract.of(TOPICS.reports(), headers.get("ce_type")).violations(headers, bytes("{}")))
                .isNotEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<TestRecord<String, byte[]>> states() {
        return read(TOPICS.cohortStates()).stream()
                .filter(state -> !state.key().equals(PartitionPosition.KEY))
                .toList();
    }

    private List<TestRecord<String, byte[]>> read(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static Headers headersOf(ReportRecord record) {
        Headers headers = new RecordHeaders();
        EventHeaders.of(record)
                .byName()
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    private static Map<String, String> byName(Headers headers) {
        Map<String, String> byName = new HashMap<>();
        headers.forEach(header -> byName.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return byName;
    }

    static List<ContractExample> valid() {
        return ContractExample.of(ContractSchema.REPORT_RECORD, ContractExample.Kind.VALID);
    }

    static List<ContractExample> invalid() {
        return ContractExample.of(ContractSchema.REPORT_RECORD, ContractExample.Kind.INVALID);
    }
}
