package io.auralis.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.Rejection;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a client says of himself is planted everywhere a request has room for it, at every endpoint, and then searched
 * for in all that the service leaves behind: its log (its own categories at DEBUG), its metrics and its topics.
 */
@QuarkusTest
@WithTestResource(BrokerResource.class)
class PrivacyTest {
    private static final String MARKER = "MARKER-7f3a";
    private static final String ADDRESS = "203.0.113.77";
    private static final List<String> PATHS = List.of(
            "/",
            "/v1/reports",
            "/v1/reports/" + MARKER,
            "/v1/reports/" + "0".repeat(64),
            "/v2/" + MARKER,
            "/%2e%2e/" + MARKER,
            "/q/openapi",
            "/q/health",
            "/q/health/live",
            "/q/health/ready",
            "/q/metrics",
            "/q/" + MARKER);

    @TestHTTPResource
    URI base;

    BrokerControl broker;

    private IngestClient ingest;
    private final ReportSubmission submission = Submissions.fresh(1);
    private final String secret = submission.secret().hex();
    private final String plain = Json.canonicalText(submission);

    @BeforeEach
    void connect() {
        ingest = new IngestClient(base);
        Eventually.isTrue(ingest::ready);
    }

    @Test
    void nothingThatAClientSaysStaysInLogsMetricsOrTopics() throws IOException {
        everyEndpointByEveryMethod();
        everyKindOfBody();
        everyKindOfWithdrawal();
        whatIsNoHttp();
        whileTheBrokerIsAway();
        awaitOnTheRejectedTopic(ProblemCode.MALFORMED_JSON);
        Stream.of(
                        Map.entry("log", broker.log()),
                        Map.entry("metrics", new String(ingest.get("/q/metrics").body(), UTF_8)),
                        Map.entry("reports", everything(Topics.TASTE_REPORTS)),
                        Map.entry("rejected", everything(Topics.REJECTED)))
                .forEach(place -> assertThat(place.getValue())
                        .as(place.getKey())
                        .isNotEmpty()
                        .doesNotContain(secret, MARKER, ADDRESS));
        assertThat(broker.log())
                .as("log")
                .contains("broker unavailable")
                .doesNotContain(submission.secret().reportId());
    }

    private void everyEndpointByEveryMethod() {
        for (String path : PATHS) {
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "MARKER")) {
                var ignored = ingest.send(marked(path + "?" + MARKER + "=" + secret)
                        .method(method, BodyPublishers.ofString(plain.replace("STUDIO", MARKER))));
            }
        }
    }

    private void everyKindOfBody() {
        List<String> bodies = List.of(
                plain,
                "[" + plain + "]",
                plain.replace("\"report\":{", "\"report\":{\"title\":\"" + MARKER + "\","),
                plain.replace("\"STUDIO\"", "\"" + MARKER + "\""),
                plain.replace("\"2026-11\"", "\"2026-11-25 " + MARKER + "\""),
                plain.replace("\"10-19\"", "\"50+\""),
                plain.replace("\"10-19\"", "1e400"),
                plain + MARKER,
                "{\"" + MARKER + "\":\"" + secret + "\"",
                MARKER + secret);
        for (String body : bodies) {
            ingest.post(body.getBytes(UTF_8));
            ingest.postGzip(body.getBytes(UTF_8));
            ingest.send(marked("/v1/reports")
                    .header("Content-Type", "application/json; charset=" + MARKER)
                    .POST(BodyPublishers.ofString(body)));
        }
        for (String type : List.of("text/" + MARKER, MARKER, "application/json;" + MARKER + "=\"" + secret)) {
            ingest.send(marked("/v1/reports").header("Content-Type", type).POST(BodyPublishers.ofString(plain)));
        }
        ingest.send(marked("/v1/reports")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", MARKER)
                .POST(BodyPublishers.ofString(plain)));
    }

    private void everyKindOfWithdrawal() {
        String id = submission.secret().reportId();
        ingest.withdraw(id, secret, "2");
        ingest.withdraw(id, secret, MARKER);
        ingest.withdraw(id, MARKER, "2");
        ingest.withdraw(MARKER, secret, "2");
        ingest.withdraw("0".repeat(64), secret, "2");
    }

    /** The HTTP parser itself refuses these, before any of our code. */
    private void whatIsNoHttp() throws IOException {
        for (String request : List.of(
                MARKER + "\r\n\r\n",
                "GET /" + MARKER + " HTTP/9.9\r\n\r\n",
                "GET /" + MARKER + " HTTP/1.1\r\n" + MARKER + "\r\n: " + secret + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n" + MARKER + ": " + "x".repeat(10_000) + "\r\n\r\n",
                "GET /" + MARKER + "x".repeat(10_000) + " HTTP/1.1\r\n\r\n",
                "POST /v1/reports HTTP/1.1\r\nHost: " + MARKER + "\r\nContent-Length: " + MARKER + "\r\n\r\n" + secret,
                "POST /v1/reports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked"
                        + "\r\n\r\n" + MARKER + "\r\n" + secret + "\r\n0\r\n\r\n")) {
            try (Socket socket = new Socket(base.getHost(), base.getPort())) {
                socket.setSoTimeout(2_000);
                socket.getOutputStream().write(request.getBytes(UTF_8));
                socket.shutdownOutput();
                byte[] ignored = socket.getInputStream().readNBytes(16);
            } catch (IOException closed) {
                // The service need not answer what is no HTTP.
                assertThat(ingest.get("/q/health/live").statusCode()).isEqualTo(200);
            }
        }
    }

    private void whileTheBrokerIsAway() {
        broker.stop();
        try {
            ingest.post(plain.getBytes(UTF_8));
            ingest.withdraw(submission.secret().reportId(), secret, "3");
        } finally {
            broker.start();
        }
        Eventually.isTrue(ingest::ready);
    }

    private void awaitOnTheRejectedTopic(ProblemCode code) {
        String rejected = Json.canonicalText(Rejection.of(code));
        Eventually.isTrue(() -> broker.records(Topics.REJECTED).stream()
                .anyMatch(record -> new String(record.value(), UTF_8).equals(rejected)));
    }

    private HttpRequest.Builder marked(String path) {
        return ingest.request(path)
                .header("User-Agent", MARKER)
                .header("X-Forwarded-For", ADDRESS)
                .header("Forwarded", "for=" + ADDRESS)
                .header("X-Real-IP", ADDRESS)
                .header("Cookie", "session=" + MARKER)
                .header("Referer", "https://" + MARKER + ".example/")
                .header("Authorization", "Bearer " + MARKER)
                .header("traceparent", "00-" + MARKER)
                .header("X-" + MARKER, secret)
                .header("Accept-Language", MARKER)
                .header("Auralis-Report-Number", MARKER)
                .header("Auralis-Report-Secret", secret);
    }

    private String everything(String topic) {
        StringBuilder all = new StringBuilder();
        broker.records(topic).forEach(record -> {
            all.append(record.key()).append(new String(record.value(), UTF_8));
            record.headers().forEach(header -> all.append(header.key()).append(new String(header.value(), UTF_8)));
        });
        return all.toString();
    }
}
