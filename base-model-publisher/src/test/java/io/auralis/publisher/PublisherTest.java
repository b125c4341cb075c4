package io.auralis.publisher;

import static io.auralis.publisher.Candidates.parameter;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.sigstore.tuf.TargetMetadataMissingException;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.deploy.database.LocalDatabase;
import io.auralis.publisher.tuf.TufClient;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as a whole on a real PostgreSQL. The tests share its releases, so each reads the newest version first. */
@QuarkusTest
@QuarkusTestResource(PublisherSurroundings.class)
class PublisherTest {
    LocalDatabase database;

    @Test
    void aCandidateIsReviewedReleasedFetchedAndYanked() throws SQLException {
        String base = newest();
        Aggregator.offer(parameter("studio-bass", base, TasteDimension.BASS, 0.3));
        as("alice")
                .get("/v1/candidates")
                .then()
                .statusCode(200)
                .body("candidates.find { it.id == 'studio-bass' }.state", equalTo("proposed"))
                .body("candidates.find { it.id == 'studio-bass' }.headline", equalTo("STUDIO bass +0.3 dB"))
                .body("candidates.find { it.id == 'studio-bass' }.candidate", nullValue());
        as("alice")
                .get("/v1/candidates/studio-bass")
                .then()
                .statusCode(200)
                .body("candidate.evidence.contributors", equalTo(412))
                .body("candidate.change.kind", equalTo("parameter-step"))
                .body("documentSha256", notNullValue());

        post("alice", "/v1/candidates/studio-bass/approve", Map.of("reason", "Clear."))
                .statusCode(200)
                .body("state", equalTo("approved"))
                .body("reviews[0].account", equalTo("alice"))
                .body("reviews[0].reason", equalTo("Clear."));
        post("alice", "/v1/candidates/studio-bass/approve", Map.of())
                .statusCode(200)
                .body("reviews.size()", equalTo(1));

        String version = post("bob", "/v1/releases", Map.of("summary", "More bass."))
                .statusCode(201)
                .body("state", equalTo("released"))
                .body("releasedBy", equalTo("bob"))
                .body("candidates", contains("studio-bass"))
                .body("changelog[0]", startsWith("STUDIO bass +0.3 dB: "))
                .extract()
                .path("version");
        assertThat(newest()).isEqualTo(version);
        as("alice")
                .get("/v1/candidates/studio-bass")
                .then()
                .body("state", equalTo("released"))
                .body("releasedIn", equalTo(version));

        ProfileBundle bundle = ProfileBundle.parse(target(version));
        assertThat(bundle.model().version()).hasToString(version);
        assertThat(bundle.provenance().previousVersion()).hasToString(base);
        assertThat(bundle.provenance().previousSha256()).isEqualTo(Sha256.hex(target(base)));
        assertThat(bundle.provenance().note()).isEqualTo("More bass.");

        post("alice", "/v1/releases/" + version + "/yank", Map.of("reason", "Booms in cars."))
                .statusCode(200)
                .body("state", equalTo("yanked"))
                .body("yankReason", equalTo("Booms in cars."));
        assertThat(targets()).doesNotContainKey("base-model-" + version + ".json");
        assertThat(newest()).isEqualTo(base);

        Aggregator.offer(parameter("studio-bass", base, TasteDimension.BASS, 0.2));
        post("alice", "/v1/candidates/studio-bass/approve", Map.of()).statusCode(200);
        post("alice", "/v1/releases", Map.of("summary", "Less of it."))
                .statusCode(201)
                .body("version", not(equalTo(version)));
    }

    @Test
    void twoApprovedCandidatesOfOneParameterAreNotReleasedTogether() throws SQLException {
        String base = newest();
        Aggregator.offer(parameter("left", base, TasteDimension.LOUDNESS, 0.3));
        Aggregator.offer(parameter("right", base, TasteDimension.LOUDNESS, -0.2));
        post("alice", "/v1/candidates/left/approve", Map.of()).statusCode(200);
        post("alice", "/v1/candidates/right/approve", Map.of()).statusCode(200);
        post("alice", "/v1/releases", Map.of("summary", "Both.", "candidates", List.of("left", "right")))
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body("violations[0]", startsWith("Candidates left and right move the same thing"));
        assertThat(newest()).isEqualTo(base);
        post("alice", "/v1/candidates/right/reject", Map.of("reason", "The other one."))
                .statusCode(200);
        release("left").statusCode(201).body("candidates", contains("left"));
    }

    @Test
    void anAgentVerifiesWhatTheServiceServes(@TempDir Path home) throws Exception {
        String base = newest();
        TufClient agent = TufClient.over(
                URI.create("http://127.0.0.1:" + RestAssured.port + "/repository/"),
                repository().resolve("metadata/1.root.json"),
                home);
        agent.update();
        assertThat(agent.download("base-model-" + base + ".json")).isEqualTo(target(base));

        Aggregator.offer(parameter("for-agents", base, TasteDimension.AIR, 0.2));
        post("alice", "/v1/candidates/for-agents/approve", Map.of("reason", "Clear."))
                .statusCode(200);
        String version = release("for-agents").statusCode(201).extract().path("version");
        agent.update();
        ProfileBundle released = ProfileBundle.parse(agent.download("base-model-" + version + ".json"));
        assertThat(released.model().version()).hasToString(version);

        post("bob", "/v1/releases/" + version + "/yank", Map.of("reason", "Harsh."))
                .statusCode(200);
        agent.update();
        assertThatThrownBy(() -> agent.download("base-model-" + version + ".json"))
                .isInstanceOf(TargetMetadataMissingException.class);
    }

    @Test
    void theKeysAreForTheirOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(repository().resolveSibling("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aStartSignsTheTimestampAnew() {
        int before = metadata("timestamp.json").path("signed.version");
        restartWork();
        int after = metadata("timestamp.json").path("signed.version");
        assertThat(after).isGreaterThan(before);
    }

    @Test
    void builtInModelsAreTheFirstTargetsAndStay() {
        assertThat(targets()).containsKeys("base-model-0.9.0.json", "base-model-1.0.0.json");
        post("alice", "/v1/releases/1.0.0/yank", Map.of("reason", "Old."))
                .statusCode(409)
                .body("violations[0]", containsString("comes with the program"));
    }

    @Test
    void whatIsNotApprovedIsNotReleased() throws SQLException {
        String base = newest();
        Aggregator.offer(parameter("not-approved", base, TasteDimension.MID, 0.3));
        release("not-approved")
                .statusCode(409)
                .body("violations[0]", equalTo("Candidate not-approved has 0 of 1 approvals."));

        Aggregator.offer(parameter("rejected", base, TasteDimension.AIR, 0.3));
        post("alice", "/v1/candidates/rejected/approve", Map.of()).statusCode(200);
        post("bob", "/v1/candidates/rejected/reject", Map.of("reason", "Only one month."))
                .statusCode(200)
                .body("state", equalTo("rejected"));
        release("rejected").statusCode(409).body("violations[0]", equalTo("Candidate rejected was rejected."));
        post("alice", "/v1/candidates/rejected/approve", Map.of("reason", "But."))
                .statusCode(200)
                .body("state", equalTo("rejected"));

        release("unheard-of").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void aCandidateOfAnOlderModelIsRefused() throws SQLException {
        Aggregator.offer(parameter("of-old-model", "0.9.0", TasteDimension.BASS, 0.3));
        String newest = newest();
        post("alice", "/v1/candidates/of-old-model/approve", Map.of())
                .statusCode(409)
                .body("code", equalTo("conflict"))
                .body(
                        "violations[0]",
                        equalTo("Candidate of-old-model changes model 0.9.0, which is not the newest release."));
        release("of-old-model")
                .statusCode(409)
                .body(
                        "violations[0]",
                        equalTo("Candidate of-old-model changes model 0.9.0, but the newest release is " + newest
                                + "."));
    }

    @Test
    void aCandidateThatChangesAfterItsApprovalIsUndecidedAgain() throws SQLException {
        String base = newest();
        Aggregator.offer(parameter("changing", base, TasteDimension.TREBLE, 0.3));
        String seen = as("alice").get("/v1/candidates/changing").path("documentSha256");
        post("alice", "/v1/candidates/changing/approve", Map.of("documentSha256", seen))
                .statusCode(200);
        Aggregator.offer(parameter("changing", base, TasteDimension.TREBLE, 0.5));
        release("changing").statusCode(409).body("violations[0]", equalTo("Candidate changing has 0 of 1 approvals."));
        post("bob", "/v1/candidates/changing/approve", Map.of("documentSha256", seen))
                .statusCode(409)
                .body("violations[0]", containsString("has changed since you looked at it"));
    }

    @Test
    void aCandidateThatIsWithdrawnAfterItsApprovalIsNotReleased() throws SQLException {
        Aggregator.offer(parameter("fleeting", newest(), TasteDimension.MID, -0.3));
        post("alice", "/v1/candidates/fleeting/approve", Map.of()).statusCode(200);
        Aggregator.withdraw("fleeting");
        as("alice").get("/v1/candidates/fleeting").then().body("state", equalTo("withdrawn"));
        release("fleeting")
                .statusCode(409)
                .body("violations[0]", equalTo("Candidate fleeting is offered by the aggregator no more."));
    }

    @Test
    void whatAKilledReleaseLeftUndoneIsFinished() throws SQLException {
        String base = newest();
        Aggregator.offer(parameter("killed", base, TasteDimension.LOW_MID, -0.3));
        post("alice", "/v1/candidates/killed/approve", Map.of()).statusCode(200);
        String version = release("killed").statusCode(201).extract().path("version");

        // Killed after the commit, before the repository: the row stands as decided, the repository as before.
        Aggregator.asPublisher(
                "update publisher.release set state = 'YANKING', yanked_by = 'alice', yanked_at = now(),"
                        + " yank_reason = 'x' where version = ?",
                version);
        assertThat(targets()).containsKey("base-model-" + version + ".json");
        restartWork();
        assertThat(targets()).doesNotContainKey("base-model-" + version + ".json");
        stateOf(version, "yanked");

        Aggregator.asPublisher(
                "update publisher.release set state = 'RELEASING', yanked_by = null, yanked_at = null,"
                        + " yank_reason = null where version = ?",
                version);
        restartWork();
        assertThat(targets()).containsKey("base-model-" + version + ".json");
        stateOf(version, "released");

        // Killed after the repository, before the row was settled.
        Aggregator.asPublisher("update publisher.release set state = 'RELEASING' where version = ?", version);
        restartWork();
        stateOf(version, "released");
    }

    /** Does what a start of the service does. */
    private static void restartWork() {
        Arc.container().beanManager().getEvent().select(StartupEvent.class).fire(new StartupEvent());
    }

    private static void stateOf(String version, String state) {
        as("alice")
                .get("/v1/releases")
                .then()
                .body("releases.find { it.version == '" + version + "' }.state", equalTo(state));
    }

    @Test
    void aReleaseNeedsASummaryAndAYankAndARejectionAReason() throws SQLException {
        Aggregator.offer(parameter("reasonless", newest(), TasteDimension.BASS, 0.1));
        post("alice", "/v1/releases", Map.of("summary", "  "))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("violations[0]", equalTo("A release needs a summary of at most 2000 characters."));
        post("alice", "/v1/releases/1.0.0/yank", Map.of()).statusCode(400);
        post("alice", "/v1/candidates/reasonless/reject", Map.of())
                .statusCode(400)
                .body("violations[0]", equalTo("A rejection needs a reason."));
        post("alice", "/v1/candidates/reasonless/approve", Map.of("surprise", 1))
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        as("alice")
                .contentType(ContentType.JSON)
                .body("{")
                .post("/v1/releases")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed-json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/candidates", "/v1/candidates/x", "/v1/releases"})
    void readingNeedsSignIn(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Basic"))
                .body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/candidates/x/approve", "/v1/candidates/x/reject", "/v1/releases", "/v1/releases/1.0.0/yank"
            })
    void decidingNeedsAMaintainer(String path) {
        Map<String, String> body = Map.of("reason", "x");
        given().contentType(ContentType.JSON).body(body).post(path).then().statusCode(401);
        given().auth()
                .preemptive()
                .basic("alice", "wrong")
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
        post("visitor", path, Map.of("reason", "x"))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
    }

    @Test
    void theRepositoryIsPublicAndCachedByName() {
        String root = given().get("/repository/metadata/1.root.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .extract()
                .header("ETag");
        assertThat(root).matches("\"[0-9a-f]{64}\"");
        given().header("If-None-Match", root)
                .get("/repository/metadata/1.root.json")
                .then()
                .statusCode(304)
                .header("ETag", root)
                .body(equalTo(""));
        given().get("/repository/metadata/timestamp.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=10");
        given().get("/repository/metadata/2.root.json").then().statusCode(404).header("Cache-Control", "no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/repository/metadata/..%2F..%2Fkeys%2Froot-1.pem",
                "/repository/metadata/%2e%2e/%2e%2e/keys/root-1.pem",
                "/repository/targets/../../keys/root-1.pem",
                "/repository/targets/..%2f..%2flock",
                "/repository/metadata/root-1.pem",
                "/repository/metadata/",
                "/repository/keys/root-1.pem"
            })
    void noPathLeadsOutOfTheRepository(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(404).body(not(containsString("PRIVATE")));
    }

    @Test
    void beforeTheAggregatorOpensItsViewTheAnswerSaysSo() throws SQLException {
        Aggregator.execute("revoke select on aggregator.candidate_for_review from publisher");
        try {
            as("alice").get("/v1/candidates").then().statusCode(503).body("code", equalTo("candidates-unavailable"));
            as("alice").get("/v1/releases").then().statusCode(200);
        } finally {
            Aggregator.execute("grant select on aggregator.candidate_for_review to publisher");
        }
    }

    @Test
    void aDatabaseThatIsAwayIsSaidAndTheRepositoryServesOn() {
        database.stop();
        try {
            as("alice")
                    .get("/v1/candidates")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .body("code", equalTo("database-unavailable"));
            given().get("/repository/metadata/timestamp.json").then().statusCode(200);
        } finally {
            database.start();
        }
        as("alice").get("/v1/candidates").then().statusCode(200);
    }

    @Test
    void aBrokenDocumentHidesNoOtherCandidate() throws SQLException {
        Aggregator.offer(parameter("whole", newest(), TasteDimension.PUNCH, 0.1));
        Aggregator.execute("insert into aggregator.candidate values ('broken', now(), '1.0.0', '{}')");
        try {
            as("alice")
                    .get("/v1/candidates")
                    .then()
                    .statusCode(200)
                    .body("candidates.id", hasItem("whole"))
                    .body("candidates.id", not(hasItem("broken")));
        } finally {
            Aggregator.withdraw("broken");
        }
    }

    @Test
    void healthMetricsAndOpenApiAreThere() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'repository' }.data.keySet()", hasItems("timestampExpires"));
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("auralis_publisher_timestamp_seconds_left"));
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItems("/v1/candidates", "/v1/releases", "/v1/releases/{version}/yank"))
                .body(
                        "paths.'/v1/releases'.post.responses.keySet()",
                        containsInAnyOrder("201", "400", "401", "403", "409"))
                .body(
                        "paths.'/v1/candidates/{id}/approve'.post.responses.keySet()",
                        containsInAnyOrder("200", "400", "401", "403", "404", "409", "503"));
    }

    private static RequestSpecification as(String account) {
        return given().auth().preemptive().basic(account, PublisherSurroundings.PASSWORD);
    }

    private static ValidatableResponse post(String account, String path, Map<String, ?> body) {
        return as(account).contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static ValidatableResponse release(String candidate) {
        return post("alice", "/v1/releases", Map.of("summary", "A test.", "candidates", List.of(candidate)));
    }

    private static Path repository() {
        return Path.of(ConfigProvider.getConfig().getValue("auralis.publisher.directory", String.class), "repository");
    }

    private static String newest() {
        return as("alice").get("/v1/releases").path("releases.find { it.state == 'released' }.version");
    }

    private static Map<String, Map<String, Object>> targets() {
        int snapshot = metadata("timestamp.json").path("signed.meta.'snapshot.json'.version");
        int targets = metadata(snapshot + ".snapshot.json").path("signed.meta.'targets.json'.version");
        return metadata(targets + ".targets.json").path("signed.targets");
    }

    private static Response metadata(String name) {
        return given().get("/repository/metadata/" + name);
    }

    private static byte[] target(String version) {
        String name = "base-model-" + version + ".json";
        Object hashes = targets().get(name).get("hashes");
        String sha256 =
                Json.mapper().convertValue(hashes, Map.class).get("sha256").toString();
        return given().get("/repository/targets/" + sha256 + "." + name)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }
}
