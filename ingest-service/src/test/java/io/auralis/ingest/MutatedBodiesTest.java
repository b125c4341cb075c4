package io.auralis.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.contracts.taste.Topics;
import io.auralis.ingest.admission.Admission;
import io.auralis.ingest.admission.Decision;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five thousand bodies as broken or hostile clients send them, by the seed below, to the service beside a real broker. */
@QuarkusTest
@WithTestResource(BrokerResource.class)
class MutatedBodiesTest {
    private static final long SEED = 20_261_125;
    private static final int BODIES = 5_000;
    private static final int AT_ONCE = 32;

    /** What a listener's own words might be; it stands in every body. */
    private static final String MARKER = "MARKER-7f3a";

    @TestHTTPResource
    URI base;

    BrokerControl broker;

    private final Random random = new Random(SEED);
    private final Mutations mutations = new Mutations(SEED);
    private final Admission oracle = new Admission(Clock.fixed(TestClock.NOW, ZoneOffset.UTC), 3);
    private IngestClient ingest;

    /** @param gzip whether the request says that it is */
    private record Sent(byte[] body, boolean gzip) {}

    @BeforeEach
    void connect() {
        ingest = new IngestClient(base);
        Eventually.isTrue(ingest::ready);
    }

    @Test
    void noneFailsTheServiceNoneOfTheInvalidReachesTheTopicAndNoneIsLogged() {
        Set<String> answeredAccepted = new HashSet<>();
        Set<String> admissible = new HashSet<>();
        int[] statuses = new int[600];
        for (int sent = 0; sent < BODIES; sent += AT_ONCE) {
            List<Sent> bodies = Stream.generate(this::body).limit(AT_ONCE).toList();
            bodies.forEach(body -> admissible.addAll(admissible(body)));
            List<CompletableFuture<HttpResponse<byte[]>>> answers = bodies.stream()
                    .map(body -> ingest.postLater(body.body(), body.gzip()))
                    .toList();
            for (CompletableFuture<HttpResponse<byte[]>> later : answers) {
                HttpResponse<byte[]> answer = later.join();
                statuses[answer.statusCode()]++;
                assertThat(new String(answer.body(), UTF_8)).doesNotContain(MARKER);
                accepted(answer).forEach(answeredAccepted::add);
            }
        }
        String figures = "seed " + SEED + ", answers "
                + Arrays.toString(Stream.of(202, 207, 400, 413, 422, 500, 503)
                        .map(status -> status + ": " + statuses[status])
                        .toArray());
        System.out.println(figures);
        assertThat(Arrays.stream(statuses, 500, 600).sum()).as(figures).isZero();
        assertThat(statuses[202] + statuses[207]).as(figures).isGreaterThan(BODIES / 100);
        assertThat(admissible).as(figures).containsAll(answeredAccepted);
        assertThat(stored()).as(figures).containsAll(answeredAccepted);
        assertThat(stored().stream().filter(this::isOurs)).as(figures).isSubsetOf(answeredAccepted);
        assertThat(broker.log()).doesNotContain(MARKER);
    }

    private final Set<String> ours = new HashSet<>();

    private boolean isOurs(String id) {
        return ours.contains(id);
    }

    private Sent body() {
        String document = document();
        byte[] json = (random.nextInt(10) == 0 ? "[" + document + "," + document() + "]" : document).getBytes(UTF_8);
        byte[] damaged = random.nextInt(4) == 0 ? bytesDamaged(json) : json;
        return switch (random.nextInt(8)) {
            case 0 -> new Sent(IngestClient.gzip(damaged), true);
            case 1 -> new Sent(bytesDamaged(IngestClient.gzip(json)), true);
            case 2 -> new Sent(damaged, random.nextInt(4) == 0);
            default -> new Sent(damaged, false);
        };
    }

    private String document() {
        var secret = mutations.secret();
        ours.add(secret.reportId());
        String whole = Json.canonicalText(Submissions.of(secret, 1));
        String marked = random.nextInt(3) == 0
                ? whole
                : whole.replaceFirst("\"(gearClass|month|schema)\":\"[^\"]*\"", "\"$1\":\"" + MARKER + "\"");
        return mutations.json(marked);
    }

    /** Bits flipped, bytes cut or made no UTF-8. */
    private byte[] bytesDamaged(byte[] body) {
        byte[] damaged = Arrays.copyOf(body, random.nextInt(3) == 0 ? random.nextInt(body.length) : body.length);
        for (int time = random.nextInt(3); time > 0 && damaged.length > 0; time--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    /** By the schema itself and the strict mapper, without the service's own reader; ids of what may be stored. */
    private Set<String> admissible(Sent sent) {
        try {
            JsonNode tree = Json.mapper().readTree(sent.gzip() ? IngestClient.gunzip(sent.body()) : sent.body());
            List<JsonNode> documents = new ArrayList<>();
            if (tree.isArray()) {
                tree.forEach(documents::add);
            } else {
                documents.add(tree);
            }
            return documents.stream()
                    .map(oracle::decide)
                    .filter(Decision.Admitted.class::isInstance)
                    .map(decision -> ((Decision.Admitted) decision).record().id())
                    .collect(Collectors.toSet());
        } catch (IOException malformed) {
            return Set.of();
        }
    }

    private static List<String> accepted(HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 202, 207 -> {
                ReportVerdict[] verdicts = answer.body()[0] == '['
                        ? IngestClient.verdicts(answer)
                        : new ReportVerdict[] {IngestClient.verdict(answer)};
                yield Arrays.stream(verdicts)
                        .filter(verdict -> verdict.status() == ReportVerdict.ACCEPTED)
                        .map(ReportVerdict::id)
                        .toList();
            }
            default -> List.of();
        };
    }

    private Set<String> stored() {
        return broker.records(Topics.TASTE_REPORTS).stream()
                .map(record -> record.key())
                .collect(Collectors.toSet());
    }
}
