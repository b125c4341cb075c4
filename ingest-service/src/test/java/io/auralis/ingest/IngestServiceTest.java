package io.auralis.ingest;

import static io.auralis.ingest.IngestClient.problem;
import static io.auralis.ingest.IngestClient.verdict;
import static io.auralis.ingest.IngestClient.verdicts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.TopicContract;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.Rejection;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.contracts.taste.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service as it runs, beside a real broker. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
class IngestServiceTest {
    private static final String MARKER = "MARKER-7f3a";

    @TestHTTPResource
    URI base;

    BrokerControl broker;

    private IngestClient ingest;

    @BeforeEach
    void connect() {
        ingest = new IngestClient(base);
        Eventually.isTrue(ingest::ready);
    }

    @Test
    void anAcceptedReportLiesOnTheTopicByteForByteAsItsRecordWithoutTheSecret() {
        ReportSubmission submission = Submissions.fresh(7);
        HttpResponse<byte[]> answer = ingest.post(submission.bytes());
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        String id = submission.secret().reportId();
        assertThat(verdict(answer)).isEqualTo(ReportVerdict.accepted(id, 7));
        List<ConsumerRecord<String, byte[]>> stored = stored(id);
        assertThat(stored).hasSize(1);
        assertThat(new String(stored.get(0).value(), UTF_8))
                .isEqualTo(Json.canonicalText(ReportRecord.live(id, 7, submission.report())))
                .doesNotContain(submission.secret().hex());
        assertThat(violations(stored.get(0), "io.auralis.report.stored.v1")).isEmpty();
        assertThat(headers(stored.get(0))).containsEntry("ce_id", id + "/7");
    }

    @Test
    void theTimeOfArrivalIsKeptToTheDayOnly() {
        ReportSubmission submission = Submissions.fresh(1);
        ingest.post(submission.bytes());
        assertThat(stored(submission.secret().reportId()).get(0).timestamp())
                .isEqualTo(Instant.parse("2026-11-25T00:00:00Z").toEpochMilli());
    }

    @Test
    void theSameReportSentFiveTimesHasOneKeyAndOneValue() {
        ReportSubmission submission = Submissions.fresh(1);
        for (int time = 0; time < 5; time++) {
            assertThat(ingest.post(submission.bytes()).statusCode()).isEqualTo(202);
        }
        List<ConsumerRecord<String, byte[]>> stored = stored(submission.secret().reportId());
        assertThat(stored).hasSize(5);
        assertThat(stored.stream()
                        .map(record -> new String(record.value(), UTF_8))
                        .distinct())
                .hasSize(1);
        assertThat(stored.stream().map(ConsumerRecord::partition).distinct()).hasSize(1);
    }

    @Test
    void aNumberThatDoesNotRiseIsStoredBesideTheHigherOneWhichWins() {
        ReportSubmission second = Submissions.fresh(2);
        ReportSubmission first = Submissions.of(second.secret(), 1);
        String id = second.secret().reportId();
        assertThat(ingest.post(second.bytes()).statusCode()).isEqualTo(202);
        assertThat(verdict(ingest.post(first.bytes()))).isEqualTo(ReportVerdict.accepted(id, 1));
        assertThat(ingest.withdraw(id, second.secret().hex(), "1").statusCode()).isEqualTo(202);
        // The service keeps no state of its own: whoever reads takes the highest number, whatever the order.
        assertThat(stored(id).stream().map(record -> headers(record).get("ce_id")))
                .containsExactly(id + "/2", id + "/1", id + "/1");
        assertThat(stored(id).stream().map(ConsumerRecord::partition).distinct())
                .hasSize(1);
    }

    @Test
    void aBatchThatHoldsOneReportTwiceStoresBothInOrder() {
        ReportSubmission first = Submissions.fresh(1);
        ReportSubmission second = Submissions.of(first.secret(), 2);
        String id = first.secret().reportId();
        HttpResponse<byte[]> answer = ingest.post(Json.canonical(List.of(first, second)));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(verdicts(answer)).containsExactly(ReportVerdict.accepted(id, 1), ReportVerdict.accepted(id, 2));
        assertThat(stored(id).stream().map(record -> headers(record).get("ce_id")))
                .containsExactly(id + "/1", id + "/2");
    }

    @Test
    void whoHasAnotherSecretWritesUnderAnotherIdWhateverHeClaims() {
        ReportSubmission victim = Submissions.fresh(1);
        ingest.post(victim.bytes());
        ReportSubmission attacker = Submissions.fresh(9);
        String id = victim.secret().reportId();
        String claimed = Json.canonicalText(attacker).replace("{\"number\"", "{\"id\":\"" + id + "\",\"number\"");
        assertProblem(ingest.post(claimed.getBytes(UTF_8)), ProblemCode.SCHEMA_VIOLATION);
        assertThat(verdict(ingest.post(attacker.bytes())).id()).isNotEqualTo(id);
        assertProblem(ingest.withdraw(id, attacker.secret().hex(), "9"), ProblemCode.SECRET_MISMATCH);
        assertThat(stored(id)).hasSize(1);
    }

    @Test
    void theOwnerTakesAReportBack() {
        ReportSubmission submission = Submissions.fresh(1);
        String id = submission.secret().reportId();
        ingest.post(submission.bytes());
        HttpResponse<byte[]> answer = ingest.withdraw(id, submission.secret().hex(), "2");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(verdict(answer)).isEqualTo(ReportVerdict.accepted(id, 2));
        List<ConsumerRecord<String, byte[]>> stored = stored(id);
        ConsumerRecord<String, byte[]> last = stored.get(stored.size() - 1);
        assertThat(new String(last.value(), UTF_8)).isEqualTo(Json.canonicalText(ReportRecord.withdrawal(id, 2)));
        assertThat(violations(last, "io.auralis.report.withdrawn.v1")).isEmpty();
    }

    @Test
    void nobodyElseTakesAReportBack() {
        ReportSubmission submission = Submissions.fresh(1);
        String id = submission.secret().reportId();
        ingest.post(submission.bytes());
        HttpResponse<byte[]> answer =
                ingest.withdraw(id, Submissions.fresh(1).secret().hex(), "2");
        assertProblem(answer, ProblemCode.SECRET_MISMATCH);
        assertThat(stored(id)).hasSize(1);
    }

    @Test
    void eachOfABatchIsAnsweredOnItsOwn() throws Exception {
        ReportSubmission first = Submissions.fresh(1);
        ReportSubmission last = Submissions.fresh(2);
        String implausible = Json.canonicalText(Submissions.fresh(3)).replace("\"10-19\"", "\"50+\"");
        String body = "[" + Json.canonicalText(first) + "," + text("secret-too-short") + "," + implausible + ","
                + Json.canonicalText(last) + "]";
        HttpResponse<byte[]> answer = ingest.post(body.getBytes(UTF_8));
        assertThat(answer.statusCode()).isEqualTo(207);
        ReportVerdict[] verdicts = verdicts(answer);
        assertThat(Arrays.stream(verdicts).map(ReportVerdict::status)).containsExactly(202, 422, 422, 202);
        assertThat(verdicts[0].id()).isEqualTo(first.secret().reportId());
        assertThat(verdicts[1].problem().code()).isEqualTo("schema-violation");
        assertThat(verdicts[2].problem().code()).isEqualTo("implausible-report");
        assertThat(stored(first.secret().reportId())).hasSize(1);
        assertThat(stored(last.secret().reportId())).hasSize(1);
    }

    @Test
    void aBatchOfFiveHundredIsStoredAndOneMoreIsRefusedWhole() {
        List<ReportSubmission> batch =
                IntStream.rangeClosed(1, 500).mapToObj(Submissions::fresh).toList();
        HttpResponse<byte[]> answer = ingest.post(Json.canonical(batch));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Arrays.stream(verdicts(answer)).map(ReportVerdict::id))
                .containsExactlyElementsOf(
                        batch.stream().map(one -> one.secret().reportId()).toList());
        ReportSubmission oneMore = Submissions.fresh(1);
        byte[] tooMany =
                Json.canonical(Stream.concat(batch.stream(), Stream.of(oneMore)).toList());
        assertProblem(ingest.post(tooMany), ProblemCode.TOO_LARGE);
        assertThat(stored(oneMore.secret().reportId())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("invalidSubmissions")
    void anInvalidSubmissionIsRefusedByItsSchemaWithoutBeingQuoted(ContractExample example) {
        HttpResponse<byte[]> answer = ingest.post(example.bytes());
        assertProblem(answer, ProblemCode.SCHEMA_VIOLATION);
        assertThat(problem(answer).violations()).isNotEmpty();
    }

    static List<ContractExample> invalidSubmissions() {
        return ContractExample.of(ContractSchema.REPORT_SUBMISSION, ContractExample.Kind.INVALID);
    }

    @Test
    void whatIsNotOneJsonValueIsMalformed() {
        String whole = Json.canonicalText(Submissions.fresh(1));
        for (String body : List.of(
                "",
                " ",
                "{",
                whole.substring(0, whole.length() - 1),
                whole + whole,
                whole + "]",
                "[" + whole,
                "[" + whole + ",]",
                "{\"secret\": 1, \"secret\": 2}",
                "[".repeat(200) + "]".repeat(200),
                "{\"a\":".repeat(200) + "1" + "}".repeat(200),
                MARKER,
                "\u0000")) {
            assertProblem(ingest.post(body.getBytes(UTF_8)), ProblemCode.MALFORMED_JSON);
        }
    }

    @Test
    void anEmptyBatchIsNoRequest() {
        assertProblem(ingest.post("[]".getBytes(UTF_8)), ProblemCode.INVALID_REQUEST);
    }

    @Test
    void aValueThatIsNoSubmissionBreaksTheSchema() {
        for (String body : List.of("{}", "null", "5", "true", "\"" + MARKER + "\"")) {
            assertProblem(ingest.post(body.getBytes(UTF_8)), ProblemCode.SCHEMA_VIOLATION);
        }
    }

    @Test
    void aBodyOverTheLimitIsRefusedWithAndWithoutADeclaredLength() {
        byte[] body = (" ".repeat(3_000_000) + "{}").getBytes(UTF_8);
        assertProblem(ingest.post(body), ProblemCode.TOO_LARGE);
        assertProblem(
                ingest.send(ingest.request("/v1/reports")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))),
                ProblemCode.TOO_LARGE);
    }

    @Test
    void whatIsNotPlainJsonIsAnUnsupportedMediaType() {
        byte[] body = Submissions.fresh(1).bytes();
        assertProblem(
                ingest.send(ingest.request("/v1/reports")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofByteArray(body))),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        assertProblem(
                ingest.send(ingest.request("/v1/reports").POST(BodyPublishers.ofByteArray(body))),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        assertProblem(
                ingest.send(ingest.request("/v1/reports")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "br")
                        .POST(BodyPublishers.ofByteArray(body))),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void aGzipBodyIsStoredAsTheSameRecordAndABombIsRefused() {
        ReportSubmission submission = Submissions.fresh(1);
        assertThat(ingest.postGzip(submission.bytes()).statusCode()).isEqualTo(202);
        assertThat(stored(submission.secret().reportId())).hasSize(1);
        byte[] bomb = (" ".repeat(50_000_000) + "{}").getBytes(UTF_8);
        assertProblem(ingest.postGzip(bomb), ProblemCode.TOO_LARGE);
        assertProblem(
                ingest.send(ingest.request("/v1/reports")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(submission.bytes()))),
                ProblemCode.MALFORMED_JSON);
    }

    @Test
    void thereIsNothingElseHere() {
        for (String path :
                List.of("/", "/v1", "/v2/reports", "/v1/reports/" + "0".repeat(64) + "/more", "/" + MARKER)) {
            assertProblem(ingest.get(path), ProblemCode.NOT_FOUND);
        }
    }

    @Test
    void anotherMethodIsNotAllowedAndTheAnswerSaysWhichAre() {
        HttpResponse<byte[]> answer = ingest.get("/v1/reports");
        assertProblem(answer, ProblemCode.METHOD_NOT_ALLOWED);
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
        assertProblem(ingest.get("/v1/reports/" + "0".repeat(64)), ProblemCode.METHOD_NOT_ALLOWED);
    }

    @Test
    void aWithdrawalWithoutItsHeadersIsNoRequest() {
        String secret = "1".repeat(64);
        String id = ReportSecret.parse(secret).reportId();
        assertProblem(ingest.withdraw(id, secret, "0"), ProblemCode.INVALID_REQUEST);
        assertProblem(ingest.withdraw(id, secret, "9007199254740992"), ProblemCode.INVALID_REQUEST);
        assertProblem(ingest.withdraw(id, "x", "1"), ProblemCode.INVALID_REQUEST);
        assertProblem(ingest.withdraw("x", secret, "1"), ProblemCode.INVALID_REQUEST);
        assertProblem(ingest.send(ingest.request("/v1/reports/" + id).DELETE()), ProblemCode.INVALID_REQUEST);
    }

    @Test
    void whileTheBrokerIsAwayTheAnswerSaysSoAndAfterItsReturnTheSameReportIsStored() {
        ReportSubmission submission = Submissions.fresh(1);
        broker.stop();
        try {
            HttpResponse<byte[]> answer = ingest.post(submission.bytes());
            assertProblem(answer, ProblemCode.BROKER_UNAVAILABLE);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
            HttpResponse<byte[]> batch =
                    ingest.post(Json.canonical(List.of(submission, Submissions.fresh(1), Submissions.fresh(1))));
            assertProblem(batch, ProblemCode.BROKER_UNAVAILABLE);
            assertProblem(ingest.post("{}".getBytes(UTF_8)), ProblemCode.SCHEMA_VIOLATION);
            assertThat(ingest.ready()).isFalse();
            assertThat(ingest.get("/q/health/live").statusCode()).isEqualTo(200);
        } finally {
            broker.start();
        }
        Eventually.isTrue(ingest::ready);
        assertThat(ingest.post(submission.bytes()).statusCode()).isEqualTo(202);
        // The first may have reached the broker unacknowledged, which does no harm.
        assertThat(stored(submission.secret().reportId())).isNotEmpty();
    }

    @Test
    void aRefusedDocumentLeavesItsReasonCodeOnTheRejectedTopicAndNothingElse() {
        ingest.post(new ContractExample(ContractSchema.REPORT_SUBMISSION, ContractExample.Kind.INVALID, "title-added")
                .bytes());
        String expected = Json.canonicalText(Rejection.of(ProblemCode.SCHEMA_VIOLATION));
        Eventually.isTrue(() -> broker.records(Topics.REJECTED).stream()
                .anyMatch(record -> new String(record.value(), UTF_8).equals(expected)));
        assertThat(broker.records(Topics.REJECTED)).allSatisfy(record -> {
            assertThat(record.key()).isNull();
            assertThat(new String(record.value(), UTF_8))
                    .matches("\\{\"code\":\"[a-z-]+\",\"schema\":\"rejection/1\"}");
            assertThat(violations(record, "io.auralis.report.rejected.v1")).isEmpty();
        });
    }

    @Test
    void theMetricsCountWhatBecameOfDocuments() {
        double before = metric("auralis_ingest_accepted_total{kind=\"report\"}");
        double refusedBefore = metric("auralis_ingest_rejected_total{code=\"malformed-json\"}");
        ingest.post(Json.canonical(List.of(Submissions.fresh(1), Submissions.fresh(1))));
        ingest.post("{".getBytes(UTF_8));
        assertThat(metric("auralis_ingest_accepted_total{kind=\"report\"}")).isEqualTo(before + 2);
        assertThat(metric("auralis_ingest_rejected_total{code=\"malformed-json\"}"))
                .isEqualTo(refusedBefore + 1);
        assertThat(metric("auralis_ingest_unavailable_total")).isNotNegative();
    }

    private double metric(String name) {
        return new String(ingest.get("/q/metrics").body(), UTF_8)
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    private List<ConsumerRecord<String, byte[]>> stored(String id) {
        return broker.records(Topics.TASTE_REPORTS).stream()
                .filter(record -> record.key().equals(id))
                .toList();
    }

    /** What in a record is not as the description of the topics says. */
    private static List<String> violations(ConsumerRecord<String, byte[]> record, String type) {
        return TopicContract.of(record.topic(), type).violations(headers(record), record.value());
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        assertThat(record.headers()).as("each once").hasSize(headers.size());
        return headers;
    }

    private static String text(String invalid) {
        return new String(
                new ContractExample(ContractSchema.REPORT_SUBMISSION, ContractExample.Kind.INVALID, invalid).bytes(),
                UTF_8);
    }

    private static void assertProblem(HttpResponse<byte[]> answer, ProblemCode code) {
        assertThat(answer.statusCode()).isEqualTo(code.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        Problem problem = problem(answer);
        assertThat(problem.code()).isEqualTo(code.code());
        assertThat(problem.status()).isEqualTo(code.status());
        assertThat(problem.title()).isEqualTo(code.title());
        assertThat(new String(answer.body(), UTF_8)).doesNotContain(MARKER);
    }
}
