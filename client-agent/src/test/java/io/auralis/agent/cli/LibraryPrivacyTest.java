package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.exchange.RawServer;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.library.Figures;
import io.auralis.agent.library.FileState;
import io.auralis.agent.library.HeardTrack;
import io.auralis.agent.library.Library;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markers in all that a library holds; then everything that is sent or written elsewhere is searched for them. */
class LibraryPrivacyTest {
    private static final String MARKER = "MARKER5d1b";

    /** A figure that no other file of the home holds by chance. */
    private static final double FIGURE = 4_321.987654;

    @TempDir
    Path folder;

    private void fill(Path home) {
        SplittableRandom random = new SplittableRandom(6);
        try (Library library = Library.open(new AuralisHome(home))) {
            for (int i = 0; i < 40; i++) {
                Map<FingerprintDimension, Double> values =
                        new EnumMap<>(Figures.seedLibrary(random).values());
                values.put(FingerprintDimension.SPECTRAL_ROLLOFF, FIGURE);
                library.put(
                        new FileState("/" + MARKER + "/path-" + i + ".flac", 1, 1),
                        new HeardTrack(
                                Sha256.hex(new byte[] {(byte) i}),
                                Fingerprint.of(values),
                                1,
                                MARKER + " title",
                                MARKER + " artist",
                                MARKER + " album"),
                        Instant.EPOCH);
            }
        }
    }

    private static byte[] accept(RawServer.Request request) {
        if (request.method().equals("GET")) {
            return RawServer.response(404, "", new byte[0]);
        }
        ReportSubmission submission = Json.read(request.body(), ReportSubmission.class);
        return RawServer.response(
                202,
                "",
                Json.canonical(ReportVerdict.accepted(submission.secret().reportId(), submission.number())));
    }

    @Test
    void nothingOfTheLibraryIsSentOrWrittenOutsideItsFolder() throws Exception {
        RatedHome rated = new RatedHome(folder);
        fill(rated.home);
        // Markers are looked for where they are, so that finding none elsewhere means something.
        assertThat(rated.holding(MARKER)).isNotEmpty().allMatch(file -> file.startsWith(rated.home.resolve("library")));
        try (RawServer server = new RawServer(LibraryPrivacyTest::accept)) {
            Path track = rated.mastered("song.wav", RecordingType.STUDIO);
            rated.rate(10, track, 4, "more bass");
            rated.ok("enable-sharing", "--server", server.address());
            Path broken = Files.createDirectory(folder.resolve(MARKER + "-folder"));
            Files.writeString(broken.resolve(MARKER + ".flac"), MARKER);
            List<String> diagnostics = new ArrayList<>();
            for (List<String> command : List.of(
                    List.of("library", "scan", broken.toString()),
                    List.of("library", "show"),
                    List.of("library", "search", MARKER),
                    List.of("library", "outliers"),
                    List.of("library", "characterize", "--name", "mine"),
                    List.of(
                            "library",
                            "draft",
                            "export",
                            "mine",
                            folder.resolve("proposal.json").toString()),
                    List.of("share", "now"))) {
                diagnostics.add(rated.ok(command.toArray(String[]::new)).err());
            }
            assertThat(server.requests().stream()
                            .filter(request -> request.method().equals("POST")))
                    .as("a report was sent")
                    .isNotEmpty();
            assertThat(server.requests()).allSatisfy(request -> {
                assertThat(request.head()).doesNotContain(MARKER);
                assertThat(new String(request.body(), StandardCharsets.UTF_8)).doesNotContain(MARKER, "4321.98");
            });
            assertThat(diagnostics).allSatisfy(text -> assertThat(text).doesNotContain(MARKER));
        }
        assertThat(Files.readString(folder.resolve("proposal.json"))).doesNotContain(MARKER, "4321.98");
        rated.ok("model", "recalibrate", "--from", "library", "--draft", "mine");
        for (String planted : List.of(MARKER, "4321.98")) {
            assertThat(rated.holding(planted))
                    .as(planted)
                    .allMatch(file -> file.startsWith(rated.home.resolve("library")));
        }
        rated.ok("library", "forget", "--all");
        assertThat(rated.holding(MARKER)).isEmpty();
    }

    @Test
    void noReportIsDrawnWhileAModelOfOnesOwnIsInForce() throws IOException {
        RatedHome rated = new RatedHome(folder);
        fill(rated.home);
        Path track = rated.mastered("song.wav", RecordingType.STUDIO);
        rated.rate(10, track, 4, "more bass");
        rated.ok("enable-sharing", "--server", "http://127.0.0.1:9/");
        assertThat(rated.run("share", "preview", "--json").out()).contains("\"baseModel\"");
        rated.ok("model", "recalibrate", "--from", "library");
        assertThat(rated.run("share", "preview", "--json").out()).doesNotContain("\"baseModel\"", "local");
        // Ratings of what this very model made are not reported either, now or later.
        Path song = RenderedSong.wav(folder.resolve("another.wav"), 9, 2);
        rated.ok("master", song.toString());
        rated.rate(10, song, 4, "more bass");
        assertThat(rated.ok("share", "preview", "--json").out()).doesNotContain("\"baseModel\"", "local");
        rated.ok("model", "rollback");
        assertThat(rated.ok("share", "preview", "--json").out())
                .contains("\"baseModel\"")
                .doesNotContain("local");
    }
}
