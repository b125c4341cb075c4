package io.auralis.agent.sharing;

import static io.auralis.agent.sharing.Ratings.MODEL;
import static io.auralis.agent.sharing.Ratings.NOVEMBER;
import static io.auralis.agent.sharing.Ratings.moreBass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.RawServer;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.contracts.taste.TasteReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingTest {
    private static final Duration LONG = Duration.ofSeconds(30);

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

    private static List<TasteReport> reports(int ratings, RecordingType... types) {
        return Stream.of(types)
                .flatMap(type ->
                        ReportBuilder.build(moreBass(ratings, NOVEMBER, type), MODEL, (g, t, d) -> 0.3, NOVEMBER)
                                .stream())
                .toList();
    }

    private SendSummary send() {
        return sharing.send(new Exchange(LONG), Integer.MAX_VALUE, false);
    }

    /** A server without an issuer, as a service that asks for no tokens; these are {@link TokenSharingTest}'s. */
    private static RawServer server(Function<RawServer.Request, byte[]> answer) throws IOException {
        return new RawServer(request ->
                request.method().equals("GET") ? RawServer.response(404, "", new byte[0]) : answer.apply(request));
    }

    /** Everything but the questions for an issuer. */
    private static List<RawServer.Request> told(RawServer server) {
        return server.requests().stream()
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }

    /** Answers as the service does. */
    private static byte[] accept(RawServer.Request request) {
        ReportVerdict verdict;
        if (request.method().equals("POST")) {
            ReportSubmission submission = Json.read(request.body(), ReportSubmission.class);
            verdict = ReportVerdict.accepted(submission.secret().reportId(), submission.number());
        } else {
            String id = Sha256.hex(HexFormat.of().parseHex(request.header("Auralis-Report-Secret")));
            verdict = ReportVerdict.accepted(id, Long.parseLong(request.header("Auralis-Report-Number")));
        }
        return RawServer.response(202, "", Json.canonical(verdict));
    }

    @Test
    void previewAndWireAgreeByteForByte() throws Exception {
        try (RawServer server = server(SharingTest::accept)) {
            List<TasteReport> reports = reports(7, RecordingType.STUDIO, RecordingType.METAL);
            List<ReportSubmission> preview = sharing.preview(reports);
            sharing.enable(ServerAddress.parse(server.address()));
            sharing.queue(reports);
            assertThat(send().accepted()).hasSize(2);

            assertThat(told(server).stream().map(RawServer.Request::text))
                    .containsExactlyInAnyOrderElementsOf(preview.stream()
                            .map(submission -> new String(submission.bytes(), StandardCharsets.UTF_8))
                            .toList());
        }
    }

    @Test
    void aSummaryWithoutChangeIsNotSentAgainAndAChangedOneHasAHigherNumber() throws Exception {
        try (RawServer server = server(SharingTest::accept)) {
            sharing.enable(ServerAddress.parse(server.address()));
            sharing.queue(reports(7, RecordingType.STUDIO));
            send();
            assertThat(sharing.preview(reports(7, RecordingType.STUDIO))).isEmpty();
            sharing.queue(reports(7, RecordingType.STUDIO));
            send();
            assertThat(told(server)).hasSize(1);

            sharing.queue(reports(8, RecordingType.STUDIO));
            send();
            ReportSubmission first = Json.read(told(server).get(0).body(), ReportSubmission.class);
            ReportSubmission second = Json.read(told(server).get(1).body(), ReportSubmission.class);
            assertThat(second.number()).isGreaterThan(first.number());
            assertThat(second.secret()).isEqualTo(first.secret());
        }
    }

    @Test
    void twoSlotsShareNoSecret() {
        List<ReportSubmission> preview = sharing.preview(reports(7, RecordingType.STUDIO, RecordingType.METAL));
        assertThat(preview.get(0).secret()).isNotEqualTo(preview.get(1).secret());
    }

    @Test
    void withoutConsentNothingIsQueuedOrSent() throws Exception {
        try (RawServer server = server(SharingTest::accept)) {
            sharing.preview(reports(7, RecordingType.STUDIO));
            assertThatThrownBy(() -> sharing.queue(reports(7, RecordingType.STUDIO)))
                    .isInstanceOf(IllegalStateException.class);
            send();

            sharing.enable(ServerAddress.parse(server.address()));
            sharing.queue(reports(7, RecordingType.STUDIO));
            sharing.disable();
            send();
            assertThat(server.connections()).isZero();

            sharing.enable(ServerAddress.parse(server.address()));
            send();
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void consentToOlderWordsPermitsNothing() throws IOException {
        sharing.enable(ServerAddress.parse("https://reports.example.org/"));
        Path file = home.sharing().resolve("consent.json");
        String given = Files.readString(file);
        assertThat(given).contains(NOVEMBER.toString()).contains(ConsentText.VERSION);
        Files.writeString(file, given.replace(ConsentText.VERSION, "2025-01"));
        assertThat(sharing.isOn()).isFalse();
    }

    @Test
    void aReportSurvivesAServerThatIsAway() throws Exception {
        String address;
        try (RawServer gone = server(SharingTest::accept)) {
            address = gone.address();
        }
        sharing.enable(ServerAddress.parse(address));
        sharing.queue(reports(7, RecordingType.STUDIO));
        SendSummary summary = send();
        assertThat(summary.waiting()).hasSize(1);
        assertThat(summary.waiting().get(0).reason()).contains("cannot be reached");

        // Not due again yet; a fresh process sees the same outbox.
        Sharing restarted = new Sharing(home, clock, new SecureRandom());
        assertThat(restarted.send(new Exchange(LONG), 9, false).waiting()).isEmpty();
        clock.forward(Duration.ofMinutes(2));
        assertThat(restarted.send(new Exchange(LONG), 9, false).waiting()).hasSize(1);
        assertThat(restarted.status().slots().get(0).state()).isEqualTo("waiting");
    }

    @Test
    void a503KeepsTheReportForAsLongAsTheServerAsks() throws Exception {
        byte[] busy = RawServer.response(
                503, "Retry-After: 3600\r\n", Json.canonical(Problem.of(ProblemCode.BROKER_UNAVAILABLE)));
        try (RawServer server = server(request -> busy)) {
            sharing.enable(ServerAddress.parse(server.address()));
            sharing.queue(reports(7, RecordingType.STUDIO));
            assertThat(send().waiting().get(0).next())
                    .isEqualTo(NOVEMBER.plusSeconds(3600).toString());
            clock.forward(Duration.ofMinutes(59));
            send();
            assertThat(told(server)).hasSize(1);
            clock.forward(Duration.ofMinutes(2));
            send();
            assertThat(told(server)).hasSize(2);
            assertThat(told(server).get(1).text()).isEqualTo(told(server).get(0).text());
        }
    }

    @Test
    void aRefusalIsKeptWithItsReasonAndNotRepeated() throws Exception {
        byte[] no = RawServer.response(422, "", Json.canonical(Problem.of(ProblemCode.IMPLAUSIBLE_REPORT)));
        try (RawServer server = server(request -> no)) {
            sharing.enable(ServerAddress.parse(server.address()));
            sharing.queue(reports(7, RecordingType.STUDIO));
            assertThat(send().refused().get(0).reason()).startsWith("implausible-report");
            assertThat(sharing.status().receipts().get(0).outcome()).isEqualTo(Receipt.Outcome.REFUSED);
            sharing.queue(reports(7, RecordingType.STUDIO));
            send();
            assertThat(told(server)).hasSize(1);
            sharing.queue(reports(9, RecordingType.STUDIO));
            send();
            assertThat(told(server)).hasSize(2);
        }
    }

    @Test
    void whatIsNotTheServicesOwnWordSettlesNothing() throws Exception {
        byte[] portal = "<html>please log in</html>".getBytes(StandardCharsets.UTF_8);
        byte[] foreign = Json.canonical(ReportVerdict.accepted("0".repeat(64), 1));
        for (byte[] answer : List.of(
                RawServer.response(200, "", portal),
                RawServer.response(202, "", portal),
                RawServer.response(202, "", foreign),
                RawServer.response(202, "", new byte[0]),
                RawServer.response(404, "", portal),
                RawServer.response(302, "Location: https://example.org/\r\n", portal),
                RawServer.response(202, "", new byte[1_000_000]),
                "nonsense\r\n\r\n".getBytes(StandardCharsets.UTF_8))) {
            try (RawServer server = server(request -> answer)) {
                sharing.enable(ServerAddress.parse(server.address()));
                sharing.queue(reports(7, RecordingType.STUDIO));
                SendSummary summary = sharing.send(new Exchange(LONG), 9, true);
                assertThat(summary.waiting()).hasSize(1);
                assertThat(sharing.status().slots().get(0).accepted()).isZero();
                sharing.disable();
            }
        }
    }

    @Test
    void aWithdrawalShowsTheSecretWithAHigherNumberAndForgetsIt() throws Exception {
        try (RawServer server = server(SharingTest::accept)) {
            sharing.enable(ServerAddress.parse(server.address()));
            sharing.queue(reports(7, RecordingType.STUDIO, RecordingType.METAL));
            send();
            ReportSubmission sent = told(server).stream()
                    .map(request -> Json.read(request.body(), ReportSubmission.class))
                    .filter(submission -> submission.report().recordingType() == RecordingType.STUDIO)
                    .findFirst()
                    .orElseThrow();
            String slot = Slot.of(sent.report()).name();

            assertThat(sharing.withdraw(Optional.of(slot))).containsExactly(slot);
            assertThat(sharing.preview(reports(9, RecordingType.STUDIO))).isEmpty();
            assertThat(send().withdrawn()).containsExactly(slot);

            RawServer.Request request = told(server).get(2);
            assertThat(request.head())
                    .startsWith("DELETE /v1/reports/" + sent.secret().reportId() + " HTTP/1.1");
            assertThat(request.header("Auralis-Report-Secret"))
                    .isEqualTo(sent.secret().hex());
            assertThat(Long.parseLong(request.header("Auralis-Report-Number"))).isGreaterThan(sent.number());
            assertThat(sharing.status().slots()).hasSize(1);
            assertThat(everyByteUnderTheHome()).doesNotContain(sent.secret().hex());
        }
    }

    @Test
    void aWithdrawalWaitsForAServerThatIsAwayAndGoesEvenWhenSharingIsOff() throws Exception {
        try (RawServer server = server(SharingTest::accept)) {
            sharing.enable(ServerAddress.parse(server.address()));
            sharing.queue(reports(7, RecordingType.STUDIO));
            send();
            sharing.withdraw(Optional.empty());
            sharing.disable();
            assertThat(sharing.hasDueEntries()).isTrue();
            assertThat(send().withdrawn()).hasSize(1);
            assertThat(sharing.hasDueEntries()).isFalse();
        }
    }

    @Test
    void withdrawingWhatWasNeverSentIsAMistake() {
        sharing.preview(reports(7, RecordingType.STUDIO));
        assertThat(sharing.withdraw(Optional.empty())).isEmpty();
        assertThatThrownBy(() -> sharing.withdraw(Optional.of("2026-11_studio_neutral-headphones_1.0.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nothing was ever sent");
    }

    @Test
    void theOutboxOnlyEverReplacesBySomethingNewer() {
        Outbox outbox = new Outbox(home);
        ReportSubmission newer =
                sharing.preview(reports(7, RecordingType.STUDIO)).get(0);
        ReportSubmission older = new ReportSubmission(newer.secret(), newer.number() + 4, newer.report());
        OutboxEntry high = OutboxEntry.submission(older, "http://127.0.0.1:1/", NOVEMBER);
        OutboxEntry low = OutboxEntry.submission(newer, "http://127.0.0.1:1/", NOVEMBER);
        outbox.add(high);
        outbox.add(low);
        assertThat(outbox.all()).containsExactly(high);
        outbox.settle(low);
        outbox.keep(low.failed("late", NOVEMBER));
        assertThat(outbox.all()).containsExactly(high);
        outbox.settle(high);
        assertThat(outbox.all()).isEmpty();
    }

    @Test
    void theMomentOfSendingIsDrawnFromTheWeekAheadAndDrawnAgainWhenItCame() {
        sharing.enable(ServerAddress.parse("https://reports.example.org/"));
        assertThat(sharing.isMomentCome()).isFalse();
        clock.forward(Duration.ofDays(7));
        assertThat(sharing.isMomentCome()).isTrue();
        sharing.drawNextMoment();
        assertThat(sharing.isMomentCome()).isFalse();
    }

    @Test
    void onlyTheOwnerMayEnterTheHome() throws IOException {
        sharing.preview(reports(7, RecordingType.STUDIO));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.root())))
                .isEqualTo("rwx------");
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
