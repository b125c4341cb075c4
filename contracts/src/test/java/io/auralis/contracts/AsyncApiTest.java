package io.auralis.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.TopicContract;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.EventHeaders;
import io.auralis.contracts.taste.Rejection;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.Topics;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the topics, held to the code; what services really write is held to it in their own tests. */
class AsyncApiTest {
    private static final JsonNode DOCUMENT = TopicContract.document();

    @Test
    void itNamesTheTopicsAsTheCodeDoes() {
        assertThat(DOCUMENT.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(DOCUMENT.findValuesAsText("address"))
                .startsWith(Topics.TASTE_REPORTS, Topics.REJECTED)
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(DOCUMENT.at("/channels/tasteReports/bindings/kafka/partitions")
                        .asInt())
                .isEqualTo(Topics.PARTITIONS);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = DOCUMENT.findValuesAsText("$ref");
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(List.of(ContractSchema.values()))
                        .anyMatch(schema -> reference.equals("schemas/" + schema.contract() + ".schema.json"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordIsAsDescribed(ContractExample example) {
        ReportRecord record = Json.read(example.bytes(), ReportRecord.class);
        EventHeaders headers = EventHeaders.of(record);
        TopicContract contract = TopicContract.of(Topics.TASTE_REPORTS, headers.type());
        assertThat(contract.violations(headers.byName(), example.bytes())).isEmpty();
        assertThat(headers.type().contains("withdrawn")).isEqualTo(record.withdrawn());
        assertThat(headers.id()).isEqualTo(record.id() + "/" + record.number());
    }

    @ParameterizedTest
    @MethodSource("brokenRecords")
    void aBrokenRecordIsNot(ContractExample example) {
        EventHeaders headers = EventHeaders.of(ReportRecord.withdrawal("0".repeat(64), 1));
        assertThat(TopicContract.of(Topics.TASTE_REPORTS, headers.type()).violations(headers.byName(), example.bytes()))
                .isNotEmpty();
    }

    @Test
    void aRejectionIsAsDescribedAndNoTwoAreTheSameEvent() {
        EventHeaders headers = EventHeaders.ofRejection(UUID.randomUUID());
        TopicContract contract = TopicContract.of(Topics.REJECTED, headers.type());
        assertThat(contract.violations(headers.byName(), Json.canonical(Rejection.of(ProblemCode.TOO_LARGE))))
                .isEmpty();
        assertThat(EventHeaders.ofRejection(UUID.randomUUID())).isNotEqualTo(headers);
    }

    /** A time or an address beside a record could be joined with a network's logs. */
    @Test
    void aHeaderMoreThanDescribedIsAViolation() {
        EventHeaders headers = EventHeaders.ofRejection(UUID.randomUUID());
        Map<String, String> more = new HashMap<>(headers.byName());
        more.put("ce_time", "2026-11-25T13:14:15Z");
        byte[] value = "{\"code\":\"too-large\",\"schema\":\"rejection/1\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(TopicContract.of(Topics.REJECTED, headers.type()).violations(more, value))
                .isNotEmpty();
    }

    @Test
    void aMessageThatIsNotDescribedIsNotFound() {
        assertThatThrownBy(() -> TopicContract.of(Topics.REJECTED, "io.auralis.report.stored.v1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<ContractExample> records() {
        return ContractExample.of(ContractSchema.REPORT_RECORD, ContractExample.Kind.VALID);
    }

    static List<ContractExample> brokenRecords() {
        return ContractExample.of(ContractSchema.REPORT_RECORD, ContractExample.Kind.INVALID);
    }
}
