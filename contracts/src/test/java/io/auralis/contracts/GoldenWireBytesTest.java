package io.auralis.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The exact bytes that cross the wire and lie on the topic: a change here is a change of the contract. */
class GoldenWireBytesTest {
    private static final String REPORT =
            "{\"baseModel\":\"1.0.0\",\"dimensions\":{\"air\":{\"deltaSteps\":0,\"fine\":0,\"less\":0,\"more\":0},\"ba"
                    + "ss\":{\"deltaSteps\":3,\"fine\":2,\"less\":0,\"more\":7},\"loudness\":{\"deltaSteps\":0,\"fine\":0,\"les"
                    + "s\":0,\"more\":0},\"low_mid\":{\"deltaSteps\":0,\"fine\":0,\"less\":0,\"more\":0},\"mid\":{\"deltaSteps\""
                    + ":0,\"fine\":0,\"less\":0,\"more\":0},\"punch\":{\"deltaSteps\":0,\"fine\":0,\"less\":0,\"more\":0},\"treb"
                    + "le\":{\"deltaSteps\":0,\"fine\":0,\"less\":0,\"more\":0},\"width\":{\"deltaSteps\":-5,\"fine\":1,\"less\""
                    + ":4,\"more\":0}},\"features\":{\"bass_mid_ratio\":[0,0,2,6,3,1,0,0,0],\"crest_db\":[0,0,1,5,4,2,0"
                    + ",0,0],\"spectral_centroid\":[0,0,1,3,4,3,1,0,0,0,0],\"stereo_width\":[0,0,1,4,5,2,0,0,0]},\"g"
                    + "earClass\":\"neutral-headphones\",\"hearingClass\":\"normal\",\"month\":\"2026-11\",\"ratings\":[0,1,"
                    + "2,6,3],\"recordingType\":\"STUDIO\",\"schema\":\"taste-report/1\",\"tracks\":\"10-19\"}";
    private static final String ID = "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925";

    private final ReportSubmission submission = Json.read(
            new ContractExample(ContractSchema.REPORT_SUBMISSION, ContractExample.Kind.VALID, "first").bytes(),
            ReportSubmission.class);

    @Test
    void aSubmissionOnTheWire() {
        assertThat(new String(submission.bytes()))
                .isEqualTo("{\"number\":1,\"report\":" + REPORT
                        + ",\"secret\":\"0000000000000000000000000000000000000000000000000000000000000000\"}");
        assertThat(Sha256.hex(submission.bytes()))
                .isEqualTo("3166c0c38dc3b73ea20684d11c94cf0f2a7834177c80f5965c99fe7ea622d2d9");
    }

    @Test
    void aLiveRecordOnTheTopic() {
        assertThat(Json.canonicalText(ReportRecord.live(submission.secret().reportId(), 3, submission.report())))
                .isEqualTo("{\"id\":\"" + ID + "\",\"number\":3,\"report\":" + REPORT
                        + ",\"schema\":\"report-record/1\",\"withdrawn\":false}");
    }

    @Test
    void aWithdrawalOnTheTopic() {
        assertThat(Json.canonicalText(
                        ReportRecord.withdrawal(submission.secret().reportId(), 4)))
                .isEqualTo("{\"id\":\"" + ID + "\",\"number\":4,\"schema\":\"report-record/1\",\"withdrawn\":true}");
    }

    @Test
    void theAnswers() {
        assertThat(Json.canonicalText(ReportVerdict.accepted(ID, 3)))
                .isEqualTo("{\"id\":\"" + ID + "\",\"number\":3,\"status\":202}");
        assertThat(Json.canonicalText(ReportVerdict.refused(
                        null, Problem.of(ProblemCode.SCHEMA_VIOLATION, List.of("$.number breaks")))))
                .isEqualTo("{\"problem\":{\"code\":\"schema-violation\",\"status\":422,"
                        + "\"title\":\"The document breaks its JSON Schema.\","
                        + "\"type\":\"urn:auralis:problem:schema-violation\","
                        + "\"violations\":[\"$.number breaks\"]},\"status\":422}");
    }
}
