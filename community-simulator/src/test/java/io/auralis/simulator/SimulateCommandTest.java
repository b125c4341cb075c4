package io.auralis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import io.auralis.simulator.listener.PostBox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {
    @TempDir
    Path userHome;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void printsTheTruthBesideWhatWasLearnedAsJson() throws Exception {
        try (PostBox box = new PostBox()) {
            int code = run(
                    "--listeners",
                    "4",
                    "--tracks",
                    "5",
                    "--type",
                    "studio",
                    "--prefer",
                    "treble=-0.5:0",
                    "--server",
                    box.address().toString(),
                    "--json");
            assertThat(code).isZero();
            JsonNode report = json();
            assertThat(report.path("accepted").asInt()).isEqualTo(4);
            assertThat(report.path("type").asText()).isEqualTo("STUDIO");
            assertThat(report.path("neutral").asInt()).isBetween(1, 4);
            JsonNode treble = report.path("dimensions").get(3);
            assertThat(treble.path("dimension").asText()).isEqualTo("treble");
            assertThat(treble.path("trueMean").asDouble()).isEqualTo(-0.5);
        }
    }

    @Test
    void findsTheCommunityOfThisMachine() throws Exception {
        try (PostBox box = new PostBox()) {
            Path home = Files.createDirectory(userHome.resolve(".auralis-community"));
            Files.writeString(home.resolve("stack.json"), "{\"ingest\": \"" + box.address() + "\"}");
            assertThat(run("--listeners", "1", "--tracks", "5")).isZero();
            assertThat(box.posted()).hasSize(1);
            assertThat(out.toString()).contains("1 listeners rated 5 METAL tracks each");
        }
    }

    @Test
    void aServerThatIsAwayIsAFailureInOneSentence() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(run("--listeners", "1", "--tracks", "5", "--server", "http://127.0.0.1:" + closed))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("auralis: 1 reports were not taken: ")
                .doesNotContain("\tat ");
    }

    @Test
    void withoutACommunityItSaysHowToGetOne() {
        assertThat(run("--listeners", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("auralis community up").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--listeners 0",
                "--listeners many",
                "--tracks 4",
                "--month November",
                "--type JAZZ",
                "--prefer bass",
                "--prefer volume=1",
                "--prefer bass=7",
                "--prefer bass=0.5:-1",
                "--server ftp://example.org/",
                "--server http://example.org/"
            })
    void aMistakeGivesOneSentenceAndExitCode2(String arguments) {
        assertThat(run(arguments.split(" "))).isEqualTo(2);
        assertThat(err.toString().strip()).startsWith("auralis: ").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void helpShowsExamples() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Examples:").contains("auralis simulate --listeners 400");
    }

    private int run(String... arguments) {
        return SimulateCommand.commandLine(Map.of(), userHome, Clock.systemUTC())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private JsonNode json() {
        return Json.read(out.toString().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
