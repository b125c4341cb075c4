package io.auralis.ingest;

import static io.auralis.ingest.IngestClient.problem;
import static io.auralis.ingest.IngestClient.verdicts;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.contracts.taste.Topics;
import io.auralis.deploy.database.LocalDatabase;
import io.auralis.tokens.IssuerDirectory;
import io.auralis.tokens.PendingToken;
import io.auralis.tokens.Token;
import io.auralis.tokens.TokenChallenge;
import io.auralis.tokens.TokenException;
import io.auralis.tokens.TokenKey;
import io.auralis.tokens.TokenRequest;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service as it runs where a report costs a token, beside a real broker and a real PostgreSQL. */
@QuarkusTest
@WithTestResource(TokenModeResource.class)
class TokenModeTest {
    /** More than the service has threads of any kind. */
    private static final int SLOW_CLIENTS = 80;

    private static final String BEGINNING = "POST /v1/tokens HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
            + TokenRequest.MEDIA_TYPE + "\r\nContent-Length: " + TokenRequest.BYTES + "\r\n\r\n\0";

    @TestHTTPResource
    URI base;

    BrokerControl broker;
    LocalDatabase database;

    private IngestClient ingest;
    private TokenClient tokens;

    @BeforeEach
    void connect() {
        ingest = new IngestClient(base);
        tokens = new TokenClient(ingest);
        Eventually.isTrue(ingest::ready);
    }

    @Test
    void aTokenPaysForOneReportAndItsUpdates() throws TokenException {
        String token = tokens.token().text();
        ReportSubmission first = Submissions.fresh(1);
        ReportSubmission update = Submissions.of(first.secret(), 2);
        assertThat(tokens.post(first, token).statusCode()).isEqualTo(202);
        assertThat(tokens.post(first, token).statusCode()).isEqualTo(202);
        assertThat(tokens.post(update, token).statusCode()).isEqualTo(202);
        ReportSubmission other = Submissions.fresh(1);
        assertProblem(tokens.post(other, token), ProblemCode.TOKEN_SPENT);
        assertThat(stored(first)).isEqualTo(3);
        assertThat(stored(other)).isZero();
    }

    @Test
    void whoShowsNoTokenIsToldWhichIsAskedFor() throws TokenException {
        ReportSubmission submission = Submissions.fresh(1);
        HttpResponse<byte[]> answer = ingest.post(submission.bytes());
        assertProblem(answer, ProblemCode.TOKEN_REQUIRED);
        String header = answer.headers().firstValue("WWW-Authenticate").orElseThrow();
        assertThat(header).startsWith("PrivateToken challenge=\"");
        String[] quoted = header.split("\"");
        assertThat(TokenChallenge.decode(Base64.getUrlDecoder().decode(quoted[1])))
                .isEqualTo(TokenClient.CHALLENGE);
        assertThat(TokenKey.decode(Base64.getUrlDecoder().decode(quoted[3]))).isEqualTo(tokens.key());
        assertThat(stored(submission)).isZero();
    }

    @Test
    void whatIsNoTokenOfThisServiceIsInvalid() throws TokenException {
        byte[] forged = tokens.token().encode();
        forged[forged.length - 1] ^= 1;
        for (String token : List.of("", "x", Base64.getUrlEncoder().encodeToString(forged))) {
            HttpResponse<byte[]> answer = tokens.post(Submissions.fresh(1), token);
            assertProblem(answer, ProblemCode.TOKEN_INVALID);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    @Test
    void eachOfABatchShowsItsOwnToken() throws TokenException {
        String token = tokens.token().text();
        ReportSubmission paid = Submissions.fresh(1).withToken(token);
        ReportSubmission unpaid = Submissions.fresh(1);
        ReportSubmission secondTime = Submissions.fresh(1).withToken(token);
        HttpResponse<byte[]> answer = ingest.post(Json.canonical(List.of(paid, unpaid, secondTime)));
        assertThat(answer.statusCode()).isEqualTo(207);
        assertThat(Arrays.stream(verdicts(answer)).map(ReportVerdict::status)).containsExactly(202, 401, 403);
        assertThat(stored(paid)).isEqualTo(1);
        assertThat(stored(unpaid) + stored(secondTime)).isZero();
        assertThat(broker.records(Topics.TASTE_REPORTS)).noneMatch(entry -> new String(entry.value()).contains(token));
    }

    static Stream<ContractExample> submissions() {
        return Stream.of(ContractSchema.REPORT_SUBMISSION, ContractSchema.REPORT_SUBMISSION_2)
                .flatMap(schema -> ContractExample.of(schema, ContractExample.Kind.VALID).stream());
    }

    @ParameterizedTest
    @MethodSource("submissions")
    void bothVersionsOfASubmissionAreTakenSideBySide(ContractExample example) throws TokenException {
        ReportSubmission shown = Json.read(example.bytes(), ReportSubmission.class);
        ReportSubmission fresh =
                new ReportSubmission(Submissions.fresh(1).secret(), shown.number(), shown.report(), shown.token());
        assertThat(tokens.post(fresh, tokens.token().text()).statusCode()).isEqualTo(202);
        assertThat(stored(fresh)).isEqualTo(1);
        ReportSubmission other = Submissions.of(Submissions.fresh(1).secret(), 1)
                .withToken(tokens.token().text());
        HttpResponse<byte[]> batch = ingest.post(Json.canonical(List.of(other, fresh)));
        // What the example shows inside is no token of this service, if it shows one at all.
        assertThat(Arrays.stream(verdicts(batch)).map(ReportVerdict::status)).containsExactly(202, 401);
    }

    @Test
    void takingAReportBackCostsNothing() throws TokenException {
        ReportSubmission submission = Submissions.fresh(1);
        tokens.post(submission, tokens.token().text());
        assertThat(ingest.withdraw(
                                submission.secret().reportId(),
                                submission.secret().hex(),
                                "2")
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void theDirectoryNamesTheOneKeyThatIssues() throws TokenException {
        HttpResponse<byte[]> answer = ingest.get(IssuerDirectory.PATH);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(IssuerDirectory.MEDIA_TYPE);
        IssuerDirectory directory = IssuerDirectory.decode(answer.body());
        assertThat(directory.requestUri()).isEqualTo("/v1/tokens");
        assertThat(directory.keys()).hasSize(1);
    }

    @Test
    void aTokenIsAnsweredInItsMediaTypeAndNotCached() throws TokenException {
        PendingToken pending = tokens.draw();
        HttpResponse<byte[]> answer = tokens.ask(pending.request().encode());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/private-token-response");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(pending.finish(answer.body()).isGood(tokens.key(), TokenClient.CHALLENGE))
                .isTrue();
    }

    @Test
    void hostileTokenRequestsAreRefused() throws TokenException {
        byte[] good = tokens.draw().request().encode();
        byte[] otherType = good.clone();
        otherType[0] = 7;
        byte[] otherKey = good.clone();
        otherKey[2] ^= 1;
        byte[] beyondTheModulus = good.clone();
        Arrays.fill(beyondTheModulus, 3, good.length, (byte) 0xff);
        for (byte[] hostile : new byte[][] {
            {},
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, 1_000_000),
            otherType,
            otherKey,
            beyondTheModulus,
            Submissions.fresh(1).bytes()
        }) {
            assertProblem(tokens.ask(hostile), ProblemCode.INVALID_TOKEN_REQUEST);
        }
        assertProblem(
                ingest.send(ingest.request("/v1/tokens")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(good))),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        assertProblem(
                ingest.send(ingest.request("/v1/tokens").POST(BodyPublishers.ofByteArray(good))),
                ProblemCode.UNSUPPORTED_MEDIA_TYPE);
        HttpResponse<byte[]> get = ingest.get("/v1/tokens");
        assertProblem(get, ProblemCode.METHOD_NOT_ALLOWED);
        assertThat(get.headers().firstValue("Allow")).hasValue("POST");
        assertThat(broker.log()).doesNotContain("request failed");
    }

    @Test
    void slowTokenRequestsHoldNoThread() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int client = 0; client < SLOW_CLIENTS; client++) {
                Socket socket = new Socket(base.getHost(), base.getPort());
                slow.add(socket);
                socket.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(tokens.post(Submissions.fresh(1), tokens.token().text()).statusCode())
                    .isEqualTo(202);
            // Still none of them was let go, so that it was not their end that made room.
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().available()).isZero();
            }
            assertThat(new String(slow.get(0).getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 408 ")
                    .contains(ProblemCode.TOO_SLOW.code());
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void withoutADatabaseReportsWaitAndTheServiceSaysSo() throws TokenException {
        String token = tokens.token().text();
        ReportSubmission submission = Submissions.fresh(1);
        database.stop();
        try {
            for (HttpResponse<byte[]> answer : List.of(
                    tokens.post(submission, token),
                    ingest.post(Json.canonical(List.of(submission.withToken(token)))))) {
                assertProblem(answer, ProblemCode.TOKENS_UNAVAILABLE);
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
            }
            assertThat(ingest.ready()).isFalse();
            assertThat(ingest.get("/q/health/live").statusCode()).isEqualTo(200);
            assertThat(stored(submission)).isZero();
        } finally {
            database.start();
        }
        Eventually.isTrue(ingest::ready);
        assertThat(tokens.post(submission, token).statusCode()).isEqualTo(202);
    }

    @Test
    void noTokenIsLogged() throws TokenException {
        Token token = tokens.token();
        tokens.post(Submissions.fresh(1), token.text());
        tokens.post(Submissions.fresh(1), token.text());
        assertThat(broker.log()).doesNotContain(token.text()).doesNotContain(token.spendId());
    }

    private long stored(ReportSubmission submission) {
        String id = submission.secret().reportId();
        return broker.records(Topics.TASTE_REPORTS).stream()
                .filter(entry -> id.equals(entry.key()))
                .count();
    }

    private static void assertProblem(HttpResponse<byte[]> answer, ProblemCode code) {
        assertThat(answer.statusCode()).isEqualTo(code.status());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Problem.MEDIA_TYPE);
        assertThat(problem(answer).code()).isEqualTo(code.code());
    }
}
