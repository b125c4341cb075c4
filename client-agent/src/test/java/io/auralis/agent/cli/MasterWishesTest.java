package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterWishesTest {
    @TempDir
    Path folder;

    private Path home;
    private Path music;
    private Path song;

    @BeforeEach
    void song() throws IOException {
        home = folder.resolve("home");
        music = Files.createDirectory(folder.resolve("music"));
        song = RenderedSong.wav(music.resolve("song.wav"));
    }

    private CommandRun run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("master", song.toString()));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(home, arguments.toArray(String[]::new));
    }

    private JsonNode plan(String... more) {
        List<String> arguments = new ArrayList<>(Arrays.asList(more));
        arguments.addAll(List.of("--dry-run", "--json"));
        CommandRun run = run(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run.json();
    }

    private static JsonNode parameter(JsonNode result, String name) {
        for (JsonNode parameter : result.get("plan").get("parameters")) {
            if (parameter.get("name").asText().equals(name)) {
                return parameter;
            }
        }
        throw new AssertionError("the plan has no " + name);
    }

    private static double value(JsonNode result, String name) {
        return parameter(result, name).get("final").asDouble();
    }

    @Test
    void aDryRunPlansAsTheMasteringDoesAndWritesNothing() throws IOException {
        CommandRun run = run("--dry-run", "--json");
        assertThat(run.code()).isZero();
        try (Stream<Path> files = Files.list(music)) {
            assertThat(files).containsExactly(song);
        }
        assertThat(home).doesNotExist();
        JsonNode planned = run.json();
        assertThat(planned.has("after")).isFalse();
        assertThat(planned.get("output").asText())
                .isEqualTo(song.resolveSibling("song (Auralis).flac").toString());
        JsonNode done = run("--json").json();
        for (String key : List.of("output", "plan", "before", "fingerprint", "detection")) {
            assertThat(planned.get(key)).as(key).isEqualTo(done.get(key));
        }
    }

    @Test
    void aDryRunSaysSoInItsText() {
        CommandRun run = run("--dry-run");
        assertThat(run.out())
                .contains("Recognised as", "Plan", "Nothing was written; without --dry-run: ")
                .doesNotContain("after", "Written");
    }

    @ParameterizedTest
    @CsvSource({"--eq, bass", "--width, width", "--dynamics, punch", "--amount, bass", "--amount, loudness"})
    void halfOfAnAspectIsHalfWayFromTheTrackToThePlan(String option, String name) {
        double own = value(plan("--amount", "0"), name);
        double full = value(plan(), name);
        assertThat(value(plan(option, "50%"), name)).isCloseTo((own + full) / 2, within(0.0002));
        assertThat(value(plan(option, "0.5"), name)).isCloseTo((own + full) / 2, within(0.0002));
        assertThat(value(plan(option, "0"), name)).isEqualTo(own);
    }

    @Test
    void anOptionGoesOverAPresetAndAPresetOverTheBaseModelAndTheReasonSaysWhich() {
        assertThat(value(plan("--preset", "apple"), "loudness")).isEqualTo(-16);
        assertThat(parameter(plan("--preset", "apple"), "loudness")
                        .get("reason")
                        .asText())
                .endsWith("-16 LUFS by preset apple");
        JsonNode both = plan("--preset", "cd", "--loudness", "-12.5");
        assertThat(value(both, "loudness")).isEqualTo(-12.5);
        assertThat(parameter(both, "loudness").get("reason").asText()).endsWith("-12.5 LUFS as asked");
        assertThat(value(both, "ceiling")).isEqualTo(-0.3);
        JsonNode gentle = plan("--preset", "gentle", "--eq", "80%");
        assertThat(parameter(gentle, "bass").get("reason").asText()).endsWith("80 % of the way, as asked");
        assertThat(parameter(gentle, "width").get("reason").asText()).contains("50 % of the way, by preset gentle");
    }

    @Test
    void loudnessOnlyLeavesToneWidthAndDynamicsAlone() {
        JsonNode only = plan("--loudness-only", "--preset", "streaming");
        JsonNode untouched = plan("--amount", "0");
        for (String name : List.of("bass", "low_mid", "mid", "treble", "air", "width", "punch")) {
            assertThat(value(only, name)).as(name).isEqualTo(value(untouched, name));
        }
        assertThat(only.get("plan").get("untouched").toString()).isEqualTo("[\"TONE\",\"DYNAMICS\",\"WIDTH\"]");
        assertThat(value(only, "loudness")).isEqualTo(-14);
        CommandRun contradicted = run("--loudness-only", "--eq", "50%");
        assertThat(contradicted.code()).isEqualTo(ExitCode.USAGE);
        assertThat(contradicted.err()).contains("leave out --eq");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "101%", "-1", "half", "NaN", "%"})
    void whatIsNoAmountIsRefused(String text) {
        CommandRun run = run("--eq", text);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--eq", "\"" + text + "\" is not an amount such as 50% or 0.5");
    }

    @Test
    void aLoudnessOrPresetThatThereIsNotIsRefused() {
        CommandRun loud = run("--loudness", "-3");
        assertThat(loud.code()).isEqualTo(ExitCode.USAGE);
        assertThat(loud.err()).contains("loudness must be -40 to -5 LUFS but is -3");
        CommandRun unknown = run("--preset", "loud");
        assertThat(unknown.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("no preset \"loud\", but streaming, apple, broadcast, cd, gentle");
    }

    @Test
    void thePresetsAreListedWithoutATrack() {
        CommandRun run = CommandRun.of(home, "master", "--preset", "list", "--json");
        assertThat(run.code()).isZero();
        assertThat(run.json().findValuesAsText("name"))
                .containsExactly("streaming", "apple", "broadcast", "cd", "gentle");
        assertThat(run.json().get(2).get("loudnessLufs").asDouble()).isEqualTo(-23);
        assertThat(CommandRun.of(home, "master", "--preset", "list").out()).contains("EBU R 128");
        CommandRun missing = CommandRun.of(home, "master", "--preset", "cd");
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("Missing required parameter: 'INPUT'");
    }

    @Test
    void whatWasAskedForOnceIsNotTakenForTaste() throws IOException {
        assertThat(run("--loudness", "-25", "--eq", "0").code()).isZero();
        try (Stream<Path> jobs = Files.list(home.resolve("personal").resolve("history"))) {
            assertThat(jobs).singleElement().satisfies(job -> {
                JsonNode applied =
                        Json.read(Files.readAllBytes(job), JsonNode.class).get("applied");
                assertThat(applied)
                        .allSatisfy(one -> assertThat(one.get("total").asDouble()
                                        - one.get("base").asDouble())
                                .isZero());
            });
        }
    }
}
