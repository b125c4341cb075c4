package io.auralis.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.statistics.PublicStatistics;
import io.auralis.contracts.taste.Plausibility;
import io.auralis.contracts.taste.Rejection;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportWindow;
import io.auralis.contracts.taste.TasteReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContractExamplesTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/auralis/contracts/examples");
    /** What the invalid examples hold where a listener's own words could stand. */
    private static final String MARKER = "MARKER-7f3a";

    private static final ReportWindow AUTUMN = new ReportWindow(YearMonth.of(2026, 9), YearMonth.of(2026, 11));

    @ParameterizedTest
    @MethodSource("valid")
    void aValidExamplePassesItsSchemaAndReadsBackToTheSameCanonicalBytes(ContractExample example) throws IOException {
        JsonNode document = Json.mapper().readTree(example.bytes());
        assertThat(example.schema().violations(document)).isEmpty();
        Object value = Json.read(example.bytes(), type(example.schema()));
        assertThat(Json.canonicalText(value)).isEqualTo(Json.canonicalText(document));
        assertThat(example.schema().violations(Json.mapper().readTree(Json.canonical(value))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidExampleIsRefusedByViolationsThatNameThePlaceAndQuoteNothing(ContractExample example)
            throws IOException {
        List<String> violations = example.schema().violations(Json.mapper().readTree(example.bytes()));
        assertThat(violations)
                .isNotEmpty()
                .allSatisfy(
                        sentence -> assertThat(sentence).matches("\\$[A-Za-z0-9_.\\[\\]'-]* breaks \"\\w+\" of \\$.*"))
                .noneSatisfy(sentence -> assertThat(sentence).contains(MARKER))
                .noneSatisfy(sentence -> assertThat(sentence).contains("000000"));
    }

    @ParameterizedTest
    @CsvSource({
        "title-added, $.report, additionalProperties",
        "path-inside-a-dimension, $.report.dimensions.bass, additionalProperties",
        "four-ratings, $.report.ratings, minItems",
        "month-thirteen, $.report.month, pattern",
        "width-beyond-its-limit, $.report.dimensions.width.deltaSteps, minimum",
        "delta-off-the-grid, $.report.dimensions.bass.deltaSteps, type",
        "dimension-missing, $.report.dimensions, required",
    })
    void aViolationNamesThePlaceInsideASubmission(String name, String place, String rule) throws IOException {
        JsonNode report = Json.mapper()
                .readTree(new ContractExample(ContractSchema.TASTE_REPORT, ContractExample.Kind.INVALID, name).bytes());
        JsonNode submission = Json.mapper()
                .createObjectNode()
                .put("secret", "00".repeat(32))
                .put("number", 1)
                .set("report", report);
        assertThat(ContractSchema.REPORT_SUBMISSION.violations(submission))
                .anySatisfy(sentence -> assertThat(sentence).startsWith(place + " breaks \"" + rule + "\" of "));
    }

    @ParameterizedTest
    @MethodSource("invalidSubmissions")
    void anInvalidSubmissionIsRefusedByItsTypeToo(ContractExample example) {
        assertThatThrownBy(() -> Json.read(example.bytes(), ReportSubmission.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("oldSubmissions")
    void aSubmissionOfTheFirstVersionIsOneOfTheSecondToo(ContractExample example) throws IOException {
        assertThat(ContractSchema.REPORT_SUBMISSION_2.violations(Json.mapper().readTree(example.bytes())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("implausible")
    void anImplausibleExamplePassesItsSchemaAndItsTypeButContradictsItself(ContractExample example) throws IOException {
        assertThat(example.schema().violations(Json.mapper().readTree(example.bytes())))
                .isEmpty();
        TasteReport report = Json.read(example.bytes(), TasteReport.class);
        assertThat(Plausibility.contradictions(report, AUTUMN)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("validReports")
    void aValidReportIsPlausibleInItsSeason(ContractExample example) {
        assertThat(Plausibility.contradictions(Json.read(example.bytes(), TasteReport.class), AUTUMN))
                .isEmpty();
    }

    @Test
    void theBuiltInModelsPassTheirSchemas() throws IOException {
        for (SemanticVersion version : BuiltInModels.versions()) {
            JsonNode bundle = Json.mapper().readTree(BuiltInModels.bytes(version));
            assertThat(ContractSchema.PROFILE_BUNDLE.violations(bundle)).isEmpty();
            assertThat(ContractSchema.BASE_MODEL.violations(bundle.get("model")))
                    .isEmpty();
        }
    }

    @Test
    void theIndexListsEveryExampleFileInOrder() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            List<String> names = files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertThat(Files.readString(FOLDER.resolve("index.txt")).lines()).containsExactlyElementsOf(names);
        }
    }

    @ParameterizedTest
    @EnumSource(ContractSchema.class)
    void everySchemaHasItsOwnIdAndExamplesOfBothKinds(ContractSchema schema) throws IOException {
        JsonNode text = Json.mapper().readTree(new String(schema.text(), StandardCharsets.UTF_8));
        assertThat(text.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(text.path("$id").asText())
                .isEqualTo("https://auralis.invalid/schemas/" + schema.contract() + ".schema.json");
        assertThat(ContractExample.of(schema, ContractExample.Kind.VALID)).isNotEmpty();
        assertThat(ContractExample.of(schema, ContractExample.Kind.INVALID)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(ContractSchema.class)
    void everyObjectOfASchemaRefusesUnknownKeys(ContractSchema schema) throws IOException {
        assertClosed(Json.mapper().readTree(schema.text()));
    }

    private static void assertClosed(JsonNode node) {
        if (node.path("type").asText().equals("object")) {
            assertThat(node.path("additionalProperties").isBoolean()
                            && !node.get("additionalProperties").asBoolean())
                    .as("additionalProperties of %s", node)
                    .isTrue();
        }
        node.forEach(ContractExamplesTest::assertClosed);
    }

    static Stream<ContractExample> valid() {
        return all(ContractExample.Kind.VALID);
    }

    static Stream<ContractExample> invalid() {
        return all(ContractExample.Kind.INVALID);
    }

    static Stream<ContractExample> invalidSubmissions() {
        return Stream.of(ContractSchema.REPORT_SUBMISSION, ContractSchema.REPORT_SUBMISSION_2)
                .flatMap(schema -> ContractExample.of(schema, ContractExample.Kind.INVALID).stream());
    }

    static Stream<ContractExample> oldSubmissions() {
        return ContractExample.of(ContractSchema.REPORT_SUBMISSION, ContractExample.Kind.VALID).stream();
    }

    static Stream<ContractExample> implausible() {
        return all(ContractExample.Kind.IMPLAUSIBLE);
    }

    static Stream<ContractExample> validReports() {
        return ContractExample.of(ContractSchema.TASTE_REPORT, ContractExample.Kind.VALID).stream();
    }

    private static Stream<ContractExample> all(ContractExample.Kind kind) {
        return Arrays.stream(ContractSchema.values()).flatMap(schema -> ContractExample.of(schema, kind).stream());
    }

    private static Class<?> type(ContractSchema schema) {
        return switch (schema) {
            case TASTE_REPORT -> TasteReport.class;
            case REPORT_SUBMISSION, REPORT_SUBMISSION_2 -> ReportSubmission.class;
            case REPORT_RECORD -> ReportRecord.class;
            case REJECTION -> Rejection.class;
            case STATISTICS -> PublicStatistics.class;
            case BASE_MODEL -> BaseModel.class;
            case CANDIDATE -> Candidate.class;
            case PROFILE_BUNDLE -> ProfileBundle.class;
        };
    }
}
