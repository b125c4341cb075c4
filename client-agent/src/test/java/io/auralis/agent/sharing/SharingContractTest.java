package io.auralis.agent.sharing;

import static io.auralis.agent.sharing.Ratings.MODEL;
import static io.auralis.agent.sharing.Ratings.NOVEMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.RawServer;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.Plausibility;
import io.auralis.contracts.taste.ReportWindow;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract's examples seen from the side that writes: ingest-service and aggregator load the same ones. */
class SharingContractTest {
    @TempDir
    Path folder;

    @Test
    void everyValidExampleOfAReportIsSentInASubmissionAsTheContractHasIt() throws Exception {
        Sharing sharing =
                new Sharing(new AuralisHome(folder.resolve("home")), new MovingClock(NOVEMBER), new SecureRandom());
        try (RawServer server = new RawServer(request ->
                // No issuer of tokens, and a service that is away.
                RawServer.response(request.method().equals("GET") ? 404 : 503, "", new byte[0]))) {
            sharing.enable(ServerAddress.parse(server.address()));
            for (ContractExample example :
                    ContractExample.of(ContractSchema.TASTE_REPORT, ContractExample.Kind.VALID)) {
                sharing.queue(List.of(Json.read(example.bytes(), TasteReport.class)));
                sharing.send(new Exchange(Duration.ofSeconds(30)), Integer.MAX_VALUE, true);
                JsonNode sent = Json.mapper()
                        .readTree(server.requests()
                                .get(server.requests().size() - 1)
                                .body());
                assertThat(ContractSchema.REPORT_SUBMISSION.violations(sent)).isEmpty();
                assertThat(server.requests())
                        .anyMatch(request -> request.text()
                                .contains(Json.canonicalText(Json.read(example.bytes(), TasteReport.class))));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void anInvalidExampleIsNoReportForThisProgramEither(ContractExample example) {
        assertThatThrownBy(() -> Json.read(example.bytes(), TasteReport.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static List<ContractExample> invalid() {
        return ContractExample.of(ContractSchema.TASTE_REPORT, ContractExample.Kind.INVALID);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33})
    void whateverWasRatedTheReportObeysTheContractAndItsPlausibility(long seed) throws Exception {
        Random random = new Random(seed);
        for (int time = 0; time < 50; time++) {
            List<RatedTrack> ratings = new ArrayList<>();
            int count = 5 + random.nextInt(80);
            IntStream.range(0, count).forEach(each -> ratings.add(anything(random)));
            double wish = random.nextGaussian() * 5;
            for (TasteReport report : ReportBuilder.build(ratings, MODEL, (gear, type, dimension) -> wish, NOVEMBER)) {
                assertThat(ContractSchema.TASTE_REPORT.violations(Json.mapper().readTree(Json.canonical(report))))
                        .isEmpty();
                assertThat(Plausibility.contradictions(report, ReportWindow.at(NOVEMBER, 1)))
                        .isEmpty();
            }
        }
    }

    private static RatedTrack anything(Random random) {
        List<RatedTrack.Asked> asks = IntStream.range(0, random.nextInt(4))
                .mapToObj(each -> new RatedTrack.Asked(
                        pick(random, TasteDimension.values()), pick(random, RatedTrack.Direction.values())))
                .toList();
        return new RatedTrack(
                NOVEMBER,
                MODEL,
                pick(random, new RecordingType[] {RecordingType.STUDIO, RecordingType.UNKNOWN}),
                GearClass.NEUTRAL_HEADPHONES,
                pick(random, HearingClass.values()),
                1 + random.nextInt(5),
                asks,
                Ratings.features(random.nextGaussian() * 1000));
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
