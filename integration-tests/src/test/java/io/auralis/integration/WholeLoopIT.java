package io.auralis.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.models.ModelUpdate;
import io.auralis.agent.models.RepositoryChoice;
import io.auralis.agent.models.UpdateOutcome;
import io.auralis.agent.sharing.SendSummary;
import io.auralis.agent.sharing.Sharing;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import io.auralis.deploy.stack.Member;
import io.auralis.simulator.listener.Crowd;
import io.auralis.simulator.listener.ListenerOutcome;
import io.auralis.simulator.listener.Population;
import io.auralis.tokens.Token;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From a listener's report to the model that his agent verifies; in order, on one community, since it takes long to start. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeLoopIT {
    /** So many that the noise which protects them moves the released step by less than the test allows. */
    private static final int LISTENERS = 300;

    private static final int TRACKS = 30;

    @TempDir
    static Path folder;

    private static RunningCommunity community;

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

    private static Sharing sharing(String home) {
        return new Sharing(new AuralisHome(folder.resolve(home)), Clock.systemUTC(), new SecureRandom());
    }

    private static SendSummary send(Sharing sharing) {
        return sharing.send(new Exchange(Duration.ofSeconds(60)), Integer.MAX_VALUE, true);
    }

    /** The contracts' example, of this month. */
    private static TasteReport report() throws Exception {
        ContractExample example = ContractExample.of(ContractSchema.TASTE_REPORT, ContractExample.Kind.VALID)
                .get(0);
        ObjectNode json = (ObjectNode) Json.mapper().readTree(example.bytes());
        json.put("month", YearMonth.now(ZoneOffset.UTC).toString());
        return Json.read(Json.canonical(json), TasteReport.class);
    }

    private static void awaitCounted(long reports) throws Exception {
        Await.until(reports + " reports are counted", () -> {
            JsonNode status = community.status();
            return status.path("lag").asLong(-1) == 0
                    && status.path("sinkLag").asLong(-1) == 0
                    && status.path("reports").asLong(-1) == reports;
        });
        assertThat(community.contributors()).isEqualTo(reports);
    }

    @Test
    @Order(1)
    void aReportOutlivesABrokerThatIsAwayCountsOnceAndLeavesNoTraceWhenWithdrawn() throws Exception {
        Sharing sharing = sharing("one");
        sharing.enable(ServerAddress.parse(community.state().ingest()));
        List<TasteReport> reports = List.of(report());
        byte[] wire = sharing.preview(reports).get(0).bytes();
        sharing.queue(reports);

        Token token = new Tokens(
                        new TellingClient(Map.of()),
                        URI.create(community.state().ingest()))
                .draw()
                .token();
        community.kill(Member.BROKER);
        HttpResponse<String> away = community.postReport(wire, token);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(away.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(send(sharing).waiting()).hasSize(1);

        community.restore();
        Await.until("the report is accepted", () -> !send(sharing).accepted().isEmpty());
        awaitCounted(1);

        for (int again = 0; again < 5; again++) {
            assertThat(community.postReport(wire, token).statusCode()).isEqualTo(202);
        }
        awaitCounted(1);

        sharing.withdraw(Optional.empty());
        assertThat(send(sharing).withdrawn()).hasSize(1);
        awaitCounted(0);
        assertThat(community.postReport(wire, token).statusCode()).isEqualTo(202);
        // What was withdrawn has a higher number than its repetition.
        awaitCounted(0);
    }

    @Test
    @Order(2)
    void whatAPopulationWantsBecomesASignedModelThatAnAgentVerifies() throws Exception {
        Crowd crowd =
                new Crowd(Population.ofBassLovers(), RecordingType.METAL, YearMonth.now(ZoneOffset.UTC), 7, TRACKS);
        List<ListenerOutcome> outcomes = crowd.run(
                LISTENERS, ServerAddress.parse(community.state().ingest()), folder, Clock.systemUTC(), done -> {});
        long accepted = outcomes.stream().mapToInt(ListenerOutcome::accepted).sum();
        assertThat(accepted).isGreaterThanOrEqualTo(LISTENERS);
        awaitCounted(accepted);

        community.derive();
        JsonNode bass = null;
        for (JsonNode candidate :
                community.asMaintainer("GET", "/v1/candidates", "").get("candidates")) {
            if (candidate.get("headline").asText().toLowerCase(Locale.ROOT).contains("bass")) {
                bass = candidate;
            }
        }
        assertThat(bass).as("a candidate for bass").isNotNull();
        String decision = "/v1/candidates/" + bass.get("id").asText() + "/approve";
        String reason = "{\"reason\": \"all gear agrees\"}";
        assertThat(community.asNobody("POST", decision, reason).statusCode()).isEqualTo(401);
        assertThat(community
                        .asMaintainer("POST", decision, reason)
                        .get("state")
                        .asText()
                        .toLowerCase(Locale.ROOT))
                .isEqualTo("approved");
        String summary = "{\"summary\": \"more bass for metal\"}";
        assertThat(community.asNobody("POST", "/v1/releases", summary).statusCode())
                .isEqualTo(401);
        String version = community
                .asMaintainer("POST", "/v1/releases", summary)
                .get("version")
                .asText();

        AuralisHome home = new AuralisHome(folder.resolve("agent"));
        UpdateOutcome outcome = new ModelUpdate(home, Clock.systemUTC())
                .update(
                        new RepositoryChoice(community.state().repository(), ModelTarget.Channel.STABLE),
                        Optional.of(Path.of(community.state().trustRoot())),
                        false);
        assertThat(outcome).isInstanceOf(UpdateOutcome.Changed.class);
        BaseModel model = new ModelStore(home).active().model();
        assertThat(model.version()).hasToString(version);
        BaseModel before = BuiltInModels.load(
                        SemanticVersion.parse(bass.get("baseModel").asText()))
                .model();
        double truth = outcomes.stream()
                .filter(one -> one.gear().isNeutral())
                .mapToDouble(one -> one.wishes().get(TasteDimension.BASS))
                .average()
                .orElseThrow();
        assertThat(metalBass(model) - metalBass(before)).isCloseTo(truth, within(0.2));
    }

    @Test
    @Order(3)
    void takenDownNoProcessIsLeft() throws Exception {
        List<ProcessHandle> processes = community.processes();
        assertThat(processes).hasSizeGreaterThan(Member.values().length);
        community.close();
        // PostgreSQL says that it is down a moment before its process has ended.
        Await.until("no process is left", () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(community.processes()).isEmpty();
    }

    private static double metalBass(BaseModel model) {
        return model.profiles().stream()
                .filter(profile -> profile.family() == RecordingType.METAL)
                .findFirst()
                .orElseThrow()
                .parameters()
                .toneDb()
                .bass();
    }
}
