package io.auralis.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.ingest.Submissions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private final Admission admission =
            new Admission(Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC), 3);

    @ParameterizedTest
    @MethodSource("validSubmissions")
    void aValidSubmissionBecomesTheRecordOfItsReport(ContractExample example) {
        ReportSubmission submission = Json.read(example.bytes(), ReportSubmission.class);
        assertThat(decide(text(example)))
                .isEqualTo(new Decision.Admitted(
                        ReportRecord.live(submission.secret().reportId(), submission.number(), submission.report()),
                        submission.token()));
    }

    @ParameterizedTest
    @MethodSource("invalidSubmissions")
    void anInvalidSubmissionBreaksTheSchema(ContractExample example) {
        Decision.Refused refused = refused(text(example));
        assertThat(refused.code()).isEqualTo(ProblemCode.SCHEMA_VIOLATION);
        assertThat(refused.problem().violations()).isNotEmpty().noneMatch(rule -> rule.contains("MARKER"));
    }

    @ParameterizedTest
    @MethodSource("implausibleReports")
    void anImplausibleReportIsRefusedAsSuch(ContractExample example) {
        Decision.Refused refused =
                refused("{\"secret\":\"" + "00".repeat(32) + "\",\"number\":1,\"report\":" + text(example) + "}");
        assertThat(refused.code()).isEqualTo(ProblemCode.IMPLAUSIBLE_REPORT);
        assertThat(refused.problem().violations()).isNotEmpty();
    }

    @Test
    void aReportOfTooFewRatingsIsImplausible() {
        Decision.Refused refused = refused(valid().replace("[0,1,2,6,3]", "[0,0,0,0,4]"));
        assertThat(refused.code()).isEqualTo(ProblemCode.IMPLAUSIBLE_REPORT);
        assertThat(refused.id()).isEqualTo(submission().secret().reportId());
    }

    @Test
    void aReportOfAnotherSeasonIsImplausible() {
        assertThat(refused(valid().replace("2026-11", "2026-07")).problem().violations())
                .containsExactly("month is outside 2026-08 to 2026-11");
        assertThat(decide(valid().replace("2026-11", "2026-08"))).isInstanceOf(Decision.Admitted.class);
    }

    @Test
    void aRefusalTellsTheIdWhereTheSecretCanBeRead() {
        assertThat(refused(valid().replace("\"STUDIO\"", "\"LIVE\"")).id())
                .isEqualTo(submission().secret().reportId());
        assertThat(refused("{\"secret\":5}").id()).isNull();
    }

    @Test
    void aRefusalNamesTenViolationsAtMost() {
        assertThat(refused(valid().replace("\"fine\":0", "\"fine\":-1")
                                .replace("\"less\":0", "\"less\":-1")
                                .replace("\"more\":0", "\"more\":-1"))
                        .problem()
                        .violations())
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1E+2147483647",
                "1.0e2",
                "3.0",
                "0.1e1",
                "9e99",
                "1e400"
            })
    void anExtremeOrOddNumberIsRefusedWithoutMuchWork(String number) {
        assertThat(refused(valid().replaceFirst("\"number\":3", "\"number\":" + number))
                        .code())
                .isEqualTo(ProblemCode.SCHEMA_VIOLATION);
        assertThat(refused(valid().replace("\"10-19\"", number)).code()).isEqualTo(ProblemCode.SCHEMA_VIOLATION);
        assertThat(refused(valid().replaceFirst("\"deltaSteps\":3", "\"deltaSteps\":" + number))
                        .code())
                .isEqualTo(ProblemCode.SCHEMA_VIOLATION);
    }

    @Test
    void aNegativeZeroIsZero() {
        Decision decision = decide(valid().replaceFirst("\"deltaSteps\":3", "\"deltaSteps\":-0"));
        assertThat(Json.canonicalText(((Decision.Admitted) decision).record())).contains("\"deltaSteps\":0");
    }

    @Test
    void aWindowThatEndsBeforeThisMonthIsRefused() {
        assertThatThrownBy(() -> new Admission(Clock.systemUTC(), -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }

    private Decision.Refused refused(String json) {
        assertThat(decide(json)).isInstanceOf(Decision.Refused.class);
        return (Decision.Refused) decide(json);
    }

    private Decision decide(String json) {
        try {
            return admission.decide(Json.mapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError("the test's document is not JSON", e);
        }
    }

    private static final ReportSubmission SUBMISSION = Submissions.fresh(3);

    private static ReportSubmission submission() {
        return SUBMISSION;
    }

    private static String valid() {
        return Json.canonicalText(SUBMISSION);
    }

    private static String text(ContractExample example) {
        return new String(example.bytes(), StandardCharsets.UTF_8);
    }

    static List<ContractExample> validSubmissions() {
        return bothVersions(ContractExample.Kind.VALID);
    }

    static List<ContractExample> invalidSubmissions() {
        return bothVersions(ContractExample.Kind.INVALID);
    }

    /** An old agent's submission is taken beside a new one's. */
    private static List<ContractExample> bothVersions(ContractExample.Kind kind) {
        return Stream.of(ContractSchema.REPORT_SUBMISSION, ContractSchema.REPORT_SUBMISSION_2)
                .flatMap(schema -> ContractExample.of(schema, kind).stream())
                .toList();
    }

    static List<ContractExample> implausibleReports() {
        return ContractExample.of(ContractSchema.TASTE_REPORT, ContractExample.Kind.IMPLAUSIBLE);
    }
}
