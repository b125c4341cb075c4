package io.auralis.agent.sharing;

import static io.auralis.agent.sharing.Ratings.MODEL;
import static io.auralis.agent.sharing.Ratings.NOVEMBER;
import static io.auralis.agent.sharing.Ratings.moreBass;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.RawServer;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.TasteReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenSharingTest {
    private static final Exchange PATIENT = new Exchange(Duration.ofSeconds(30));

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock(NOVEMBER);
    private AuralisHome home;
    private Sharing sharing;

    @BeforeEach
    void open() {
        home = new AuralisHome(folder.resolve("home"));
        sharing = new Sharing(home, clock, new SecureRandom());
    }

    @Test
    void aSummaryGoesWithATokenInAHeaderAndItsBytesAreStillThePreviews() throws Exception {
        try (TokenService service = new TokenService()) {
            List<TasteReport> reports = reports(7, RecordingType.STUDIO, RecordingType.METAL);
            List<ReportSubmission> preview = sharing.preview(reports);
            enable(service);
            sharing.queue(reports);
            assertThat(send().accepted()).hasSize(2);

            assertThat(service.reports().stream().map(RawServer.Request::text))
                    .containsExactlyInAnyOrderElementsOf(preview.stream()
                            .map(submission -> new String(submission.bytes(), StandardCharsets.UTF_8))
                            .toList());
            assertThat(service.tokensShown()).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void tokensAreDrawnInOneSessionAndSpentInALaterOne() throws Exception {
        try (TokenService service = new TokenService()) {
            enable(service);
            sharing.queue(reports(7, RecordingType.STUDIO));
            send();
            sharing.stockUp(PATIENT);
            assertThat(sharing.status().tokens()).isEqualTo(4);
            int drawn = service.issued();

            sharing.queue(reports(7, RecordingType.METAL));
            assertThat(send().accepted()).hasSize(1);
            assertThat(service.issued()).isEqualTo(drawn);
            assertThat(sharing.status().tokens()).isEqualTo(3);
            sharing.stockUp(PATIENT);
            assertThat(sharing.status().tokens()).isEqualTo(4);
            assertThat(service.issued()).isEqualTo(drawn + 1);
        }
    }

    @Test
    void aNewerSummaryOfASlotShowsTheSameTokenAlsoAfterARestart() throws Exception {
        try (TokenService service = new TokenService()) {
            enable(service);
            sharing.queue(reports(7, RecordingType.STUDIO));
            send();
            sharing = new Sharing(home, clock, new SecureRandom());
            sharing.queue(reports(8, RecordingType.STUDIO));
            assertThat(send().accepted()).hasSize(1);
            assertThat(service.reports()).hasSize(2);
            assertThat(service.tokensShown()).hasSize(2);
            assertThat(service.tokensShown().get(0))
                    .isEqualTo(service.tokensShown().get(1));
        }
    }

    @Test
    void whenTheKeyHasRetiredAnotherTokenIsDrawn() throws Exception {
        try (TokenService service = new TokenService()) {
            enable(service);
            sharing.queue(reports(7, RecordingType.STUDIO));
            send();
            service.rotate();
            sharing.queue(reports(8, RecordingType.STUDIO));
            assertThat(send().accepted()).hasSize(1);
            assertThat(service.reports()).hasSize(3);
        }
    }

    @Test
    void aStockOfARetiredKeyIsReplacedAtOnce() throws Exception {
        try (TokenService service = new TokenService()) {
            enable(service);
            sharing.stockUp(PATIENT);
            service.rotate();
            sharing.queue(reports(7, RecordingType.STUDIO));
            assertThat(send().accepted()).hasSize(1);
            assertThat(service.tokensShown()).hasSize(2);
            assertThat(sharing.status().tokens()).isZero();
        }
    }

    @Test
    void anIssuerWhoseDayIsUsedUpKeepsTheSummaryForAsLongAsItAsks() throws Exception {
        try (TokenService service = new TokenService()) {
            service.refuseToIssue();
            enable(service);
            sharing.queue(reports(7, RecordingType.STUDIO));
            SendSummary summary = send();
            assertThat(summary.waiting()).hasSize(1);
            assertThat(summary.waiting().get(0).reason()).contains("no more contribution tokens today");
            assertThat(summary.waiting().get(0).next())
                    .isEqualTo(NOVEMBER.plusSeconds(7200).toString());
            assertThat(service.reports()).isEmpty();
        }
    }

    @Test
    void anIssuerThatSignsSomethingElseGetsNoSummary() throws Exception {
        try (TokenService service = new TokenService()) {
            service.signSomethingElse();
            enable(service);
            sharing.queue(reports(7, RecordingType.STUDIO));
            assertThat(send().waiting()).hasSize(1);
            assertThat(service.reports()).isEmpty();
        }
    }

    @Test
    void aDirectoryThatPointsElsewhereIsNotFollowed() throws Exception {
        try (RawServer other = new RawServer(request -> RawServer.response(404, "", new byte[0]));
                TokenService service = new TokenService()) {
            service.pointTo(other.address() + "v1/tokens");
            enable(service);
            sharing.queue(reports(7, RecordingType.STUDIO));
            assertThat(send().waiting().get(0).reason()).contains("points to another server");
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void withSharingOffNoTokenIsDrawnAndTheStockIsForgotten() throws Exception {
        try (TokenService service = new TokenService()) {
            sharing.stockUp(PATIENT);
            sharing.preview(reports(7, RecordingType.STUDIO));
            send();
            assertThat(service.connections()).isZero();

            enable(service);
            sharing.stockUp(PATIENT);
            int connections = service.connections();
            assertThat(sharing.status().tokens()).isEqualTo(4);
            sharing.disable();
            sharing.stockUp(PATIENT);
            send();
            assertThat(service.connections()).isEqualTo(connections);
            assertThat(sharing.status().tokens()).isZero();
            assertThat(home.sharing().resolve("tokens.json")).doesNotExist();
        }
    }

    @Test
    void aWithdrawalShowsNoTokenAndTheSlotsOneIsForgotten() throws Exception {
        try (TokenService service = new TokenService()) {
            enable(service);
            sharing.queue(reports(7, RecordingType.STUDIO));
            send();
            String token = service.tokensShown().get(0);
            assertThat(everyByteUnderTheHome()).contains(token);
            sharing.withdraw(Optional.empty());
            assertThat(send().withdrawn()).hasSize(1);
            assertThat(service.tokensShown()).hasSize(1);
            assertThat(everyByteUnderTheHome()).doesNotContain(token);
        }
    }

    @Test
    void tokensOfOneServerAreNotShownToAnother() throws Exception {
        try (TokenService first = new TokenService();
                TokenService second = new TokenService()) {
            enable(first);
            sharing.stockUp(PATIENT);
            enable(second);
            assertThat(sharing.status().tokens()).isZero();
            sharing.queue(reports(7, RecordingType.STUDIO));
            assertThat(send().accepted()).hasSize(1);
            assertThat(second.issued()).isEqualTo(1);
        }
    }

    private void enable(TokenService service) {
        sharing.enable(ServerAddress.parse(service.address()));
    }

    private SendSummary send() {
        return sharing.send(PATIENT, Integer.MAX_VALUE, false);
    }

    private static List<TasteReport> reports(int ratings, RecordingType... types) {
        return Stream.of(types)
                .flatMap(type ->
                        ReportBuilder.build(moreBass(ratings, NOVEMBER, type), MODEL, (g, t, d) -> 0.3, NOVEMBER)
                                .stream())
                .toList();
    }

    private String everyByteUnderTheHome() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
