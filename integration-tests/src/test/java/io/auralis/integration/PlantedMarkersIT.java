package io.auralis.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportHeaders;
import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.Topics;
import io.auralis.deploy.stack.StackState;
import io.auralis.tokens.PrivateTokenScheme;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every endpoint of every service is asked with markers wherever a request can hold something; then all that the stack has
 * written is searched for them, and for the asker's address. Of a stranger's request nothing may be left but a report's own
 * fields and its id.
 */
class PlantedMarkersIT {
    private static final String MARKER = "MARKER7f3a";
    private static final String POISON = "POISON9c1e";
    private static final String FORWARDED_FOR = "203.0.113.201";

    private static final Map<String, String> TELLING = Map.of(
            "X-Forwarded-For",
            FORWARDED_FOR,
            "Forwarded",
            "for=" + FORWARDED_FOR + ";host=" + MARKER,
            "User-Agent",
            MARKER + "-agent",
            "Cookie",
            "session=" + MARKER,
            "Referer",
            "https://example.org/" + MARKER,
            "traceparent",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            "X-" + MARKER,
            MARKER);

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @TempDir
    static Path folder;

    private static RunningCommunity community;
    private static final TellingClient CLIENT = new TellingClient(TELLING);

    @BeforeAll
    static void start() {
        community = RunningCommunity.withTokens(folder.resolve("community"));
    }

    @AfterAll
    static void stop() {
        if (community != null) {
            community.close();
        }
    }

    @Test
    void nothingOfARequestIsLeftButTheReport() throws Exception {
        StackState state = community.state();
        ReportSecret secret = secret(1);
        ReportSecret stranger = secret(2);
        Tokens tokens = new Tokens(CLIENT, URI.create(state.ingest()));
        List<Tokens.Drawn> drawn = List.of(tokens.draw(), tokens.draw());
        sendReports(URI.create(state.ingest()), secret, stranger, drawn);
        int asked = 0;
        for (String service : List.of(state.ingest(), state.aggregator(), state.publisher())) {
            asked += askEverything(URI.create(service));
            askNonsense(URI.create(service));
        }
        assertThat(asked).as("endpoints that the services describe").isGreaterThanOrEqualTo(12);
        poison(state.kafka());
        community.awaitCounted();
        Await.until("the report that was not taken back is in PostgreSQL", () -> community.contributors() == 1);

        try (Connection database = community.database("postgres")) {
            Leftovers all = Leftovers.of(folder.resolve("community"), state.kafka(), database);
            // That the search finds what is there.
            assertThat(all.placesOf(secret.reportId())).contains("topic " + Topics.TASTE_REPORTS);
            assertThat(all.placesOf("Installed features"))
                    .contains("file logs/ingest.log", "file logs/aggregator.log", "file logs/publisher.log");
            assertThat(all.placesOf("1.0.0/metal/dark-speakers")).contains("table aggregator.cohort_state");

            assertThat(all.placesOf(MARKER)).as("markers").isEmpty();
            assertThat(all.placesOf(basic(MARKER + ":" + MARKER).substring(6)))
                    .as("credentials")
                    .isEmpty();
            assertThat(all.placesOf(FORWARDED_FOR)).as("the forwarded address").isEmpty();
            assertThat(all.placesOf(TellingClient.ADDRESS)).as("the address").isEmpty();
            assertThat(all.placesOf("4bf92f3577b34da6a3ce929d0e0e4736"))
                    .as("a trace of the asker's")
                    .isEmpty();
            for (ReportSecret each : List.of(secret, stranger)) {
                for (String form : forms(HexFormat.of().parseHex(each.hex()))) {
                    assertThat(all.placesOf(form)).as("a secret").isEmpty();
                }
            }
            for (Tokens.Drawn each : drawn) {
                assertThat(all.placesOf(each.token().spendId()))
                        .as("what a spent token is remembered by")
                        .containsExactly("table ingest.spent_token");
                assertNothingOf(all, each);
            }
            assertThat(all.placesOf(secret.reportId()))
                    .as("the report id, which logs and statistics do not need")
                    .noneMatch(place -> place.startsWith("file logs/") || place.startsWith("table aggregator."));
            assertThat(all.placesOf(POISON))
                    .as("what a record held that could not be counted")
                    .allMatch(place -> place.contains(Topics.TASTE_REPORTS))
                    .contains("topic " + Topics.TASTE_REPORTS);
        }
    }

    /** The issuer's halves: what it was shown, and its signature as the token holds it; and the token's own nonce. */
    private static void assertNothingOf(Leftovers all, Tokens.Drawn drawn) {
        byte[] request = drawn.request().encode();
        byte[] token = drawn.token().encode();
        assertThat(all.placesOf(drawn.token().text())).as("a token").isEmpty();
        for (byte[] part : List.of(
                Arrays.copyOfRange(request, request.length - 256, request.length),
                Arrays.copyOfRange(token, token.length - 256, token.length),
                Arrays.copyOfRange(token, 2, 34))) {
            for (String form : forms(part)) {
                assertThat(all.placesOf(form)).as("a part of a token").isEmpty();
            }
        }
    }

    /** A report, a newer one, and a stranger's try to take it back; and a second report, taken back. */
    private static void sendReports(URI ingest, ReportSecret secret, ReportSecret stranger, List<Tokens.Drawn> tokens)
            throws Exception {
        Map<String, String> paid = paid(tokens.get(0));
        URI reports = ingest.resolve("/v1/reports?" + MARKER + "=" + MARKER);
        assertThat(CLIENT.send(reports, "POST", JSON, submission(secret, 1))).startsWith("HTTP/1.1 401");
        assertThat(CLIENT.send(reports, "POST", paid, submission(secret, 1))).startsWith("HTTP/1.1 202");
        String inside = "\"token\":\"" + tokens.get(0).token().text() + "\"}";
        String second = submission(secret, 2).replaceFirst("}$", "," + inside);
        assertThat(CLIENT.send(reports, "POST", JSON, "[" + second + "," + titled(stranger) + "]"))
                .startsWith("HTTP/1.1 207");
        URI report = ingest.resolve("/v1/reports/" + secret.reportId() + "?" + MARKER);
        assertThat(CLIENT.send(report, "DELETE", withdrawal(stranger), "")).startsWith("HTTP/1.1 403");
        assertThat(CLIENT.send(reports, "POST", paid, submission(stranger, 1))).startsWith("HTTP/1.1 403");
        assertThat(CLIENT.send(reports, "POST", paid(tokens.get(1)), submission(stranger, 1)))
                .startsWith("HTTP/1.1 202");
        URI other = ingest.resolve("/v1/reports/" + stranger.reportId());
        assertThat(CLIENT.send(other, "DELETE", withdrawal(stranger), "")).startsWith("HTTP/1.1 202");
    }

    private static Map<String, String> paid(Tokens.Drawn drawn) {
        return Map.of(
                "Content-Type",
                "application/json",
                "Authorization",
                PrivateTokenScheme.authorization(drawn.token().text()));
    }

    /** Each path with each method that the service describes, with bodies that are wrong in several ways. */
    private static int askEverything(URI service) throws Exception {
        String description = CLIENT.send(service.resolve("/q/openapi?format=json"), "GET", Map.of(), "");
        JsonNode paths = Json.mapper()
                .readTree(description
                        .substring(description.indexOf("\r\n\r\n") + 4)
                        .replaceFirst("^[0-9a-f]+\r\n", ""))
                .get("paths");
        int asked = 0;
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            URI place = service.resolve(path.getKey().replaceAll("\\{[^}]*}", MARKER) + "?q=" + MARKER);
            for (String method : List.copyOf(fieldNames(path.getValue()))) {
                for (String body : bodies()) {
                    ask(place, method, JSON, body);
                }
                for (Map<String, String> headers : headerSets()) {
                    ask(place, method, headers, titled(secret(3)));
                }
                asked++;
            }
        }
        return asked;
    }

    private static void ask(URI place, String method, Map<String, String> headers, String body) throws Exception {
        assertThat(CLIENT.send(place, method.toUpperCase(Locale.ROOT), headers, body))
                .as(method + " " + place)
                .doesNotStartWith("HTTP/1.1 500");
    }

    private static List<String> fieldNames(JsonNode path) {
        List<String> methods = new ArrayList<>();
        path.fieldNames().forEachRemaining(name -> {
            if (List.of("get", "post", "put", "delete", "patch").contains(name)) {
                methods.add(name);
            }
        });
        return methods;
    }

    private static List<String> bodies() throws Exception {
        return List.of(
                "",
                titled(secret(3)),
                "{\"" + MARKER + "\": \"" + MARKER + "\", \"reason\": [\"" + MARKER + "\"]}",
                "{\"" + MARKER + "\": " + MARKER,
                "[".repeat(100) + "\"" + MARKER);
    }

    private static List<Map<String, String>> headerSets() throws Exception {
        String maintainer = community.state().maintainerAccount() + ":"
                + Files.readString(Path.of(community.state().maintainerPasswordFile()))
                        .strip();
        return List.of(
                JSON,
                Map.of("Content-Type", "text/" + MARKER, "Content-Encoding", MARKER),
                Map.of("Content-Type", "application/json", "Authorization", basic(MARKER + ":" + MARKER)),
                Map.of("Content-Type", "application/json", "Authorization", basic(maintainer)),
                Map.of(
                        ReportHeaders.SECRET,
                        MARKER,
                        ReportHeaders.NUMBER,
                        MARKER,
                        "Authorization",
                        "PrivateToken token=" + MARKER));
    }

    /** What no client of good will sends. */
    private static void askNonsense(URI service) throws Exception {
        String host = " HTTP/1.1\r\nHost: " + MARKER + "\r\nConnection: close\r\n";
        for (String request : List.of(
                "GET /" + MARKER + "%zz" + host + "\r\n",
                "GET /" + MARKER + host + "\r\n",
                "GET /../" + MARKER + host + "\r\n",
                "GET /q/health/" + MARKER + "?" + MARKER + host + "\r\n",
                "GET /q/metrics?" + MARKER + host + "\r\n",
                MARKER + " / " + host + "\r\n",
                "GET / HTTP/9.9" + MARKER + "\r\n\r\n",
                MARKER + "\r\n\r\n",
                "GET /" + "a".repeat(9_000) + MARKER + host + "\r\n",
                "GET /" + host + "X-Long: " + "a".repeat(20_000) + MARKER + "\r\n\r\n",
                "POST /v1/reports" + host + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + MARKER + "\r\n",
                "POST /v1/reports" + host + "Content-Type: application/json\r\nContent-Length: " + MARKER
                        + "\r\n\r\n{}")) {
            String unused = CLIENT.raw(service, request);
        }
    }

    /** A record that the aggregator cannot count, as only somebody who may write the topic could put there. */
    private static void poison(String kafka) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                    Topics.TASTE_REPORTS,
                    POISON,
                    ("{\"" + POISON + "\":\"" + POISON + "\"}").getBytes(StandardCharsets.UTF_8));
            record.headers().add(POISON, POISON.getBytes(StandardCharsets.UTF_8));
            producer.send(record).get();
        }
    }

    private static ReportSecret secret(int which) {
        byte[] bytes = new byte[32];
        new Random(20_261_128 + which).nextBytes(bytes);
        return ReportSecret.parse(HexFormat.of().formatHex(bytes));
    }

    /** In the usual notations, and as bytes. */
    private static List<String> forms(byte[] bytes) {
        return List.of(
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static String submission(ReportSecret secret, long number) throws Exception {
        YearMonth month = YearMonth.now(ZoneOffset.UTC);
        ObjectNode body = Json.mapper()
                .valueToTree(new ReportSubmission(secret, number, AnyReport.of(new Random(number), month)));
        // Of one cohort, so that the test knows where to find it.
        ((ObjectNode) body.get("report")).put("recordingType", "METAL").put("gearClass", "dark-speakers");
        return Json.canonicalText(body);
    }

    private static String titled(ReportSecret secret) throws Exception {
        ObjectNode body = (ObjectNode) Json.mapper().readTree(submission(secret, 1));
        ((ObjectNode) body.get("report")).put("title", MARKER + "-title");
        return Json.canonicalText(body);
    }

    private static Map<String, String> withdrawal(ReportSecret secret) {
        return Map.of(ReportHeaders.SECRET, secret.hex(), ReportHeaders.NUMBER, "9");
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
