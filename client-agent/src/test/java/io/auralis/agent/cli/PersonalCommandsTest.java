package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The personal layer as a listener meets it: by commands alone, on a track that was really mastered. */
class PersonalCommandsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    @TempDir
    Path folder;

    private Path home;
    private Path mastered;

    @BeforeEach
    void aMasteredTrack() throws IOException {
        home = folder.resolve("home");
        Path song =
                RenderedSong.wav(Files.createDirectory(folder.resolve("music")).resolve("secret-song.wav"));
        mastered = song.resolveSibling("mastered.flac");
        run("master", song.toString(), "--output", mastered.toString());
    }

    private CommandRun run(String... arguments) {
        CommandRun run = CommandRun.of(home, Clock.fixed(NOW, ZoneOffset.UTC), arguments);
        assertThat(run.code()).as("%s: %s", List.of(arguments), run.err()).isZero();
        return run;
    }

    private JsonNode json(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        return run(all).json();
    }

    private JsonNode rate(int stars, String comment) {
        return json("rate-track", mastered.toString(), "--rating", Integer.toString(stars), "--comment", comment);
    }

    private JsonNode rate(int times, int stars, String comment) {
        JsonNode last = rate(stars, comment);
        for (int i = 1; i < times; i++) {
            last = rate(stars, comment);
        }
        return last;
    }

    private double delta(String dimension) {
        for (JsonNode delta : json("profile", "show").get("deltas")) {
            if (delta.get("dimension").asText().equals(dimension)) {
                assertThat(delta.get("evidence").asText()).isNotEmpty();
                assertThat(delta.get("interval")).hasSize(2);
                return delta.get("value").asDouble();
            }
        }
        return 0;
    }

    @Test
    void theTimelineIsThatOfThePublishedRule() {
        assertThat(rate(5, 4, "").get("profileVersion").asText()).isEqualTo("1.0");
        assertThat(json("profile", "show").get("deltas")).isEmpty();
        assertThat(rate(5, 4, "more bass").get("profileVersion").asText()).isEqualTo("1.1");
        assertThat(delta("bass")).isCloseTo(0.3, within(1e-9));
        assertThat(rate(5, 3, "too wide").get("profileVersion").asText()).isEqualTo("1.2");
        assertThat(delta("width")).isCloseTo(-0.05, within(1e-9));
        assertThat(delta("bass")).isCloseTo(0.3, within(1e-9));

        JsonNode history = json("profile", "history");
        assertThat(history.findValuesAsText("version")).containsExactly("1.2", "1.1", "1.0");
        assertThat(history.get(0).get("reason").asText()).contains("width -0.05", "5 of 5 asks wanted less width");
        assertThat(history.get(1).get("reason").asText()).contains("bass +0.3 dB", "5 of 5 asks wanted more bass");
        assertThat(history.findValuesAsText("commit"))
                .allSatisfy(commit -> assertThat(commit).matches("[0-9a-f]{40}"));

        assertThat(json("profile", "diff", "1.0", "1.2").findValuesAsText("dimension"))
                .containsExactly("bass", "width");
        assertThat(json("profile", "rollback", "1.1").get("version").asText()).isEqualTo("1.3");
        assertThat(delta("width")).isZero();
        assertThat(delta("bass")).isCloseTo(0.3, within(1e-9));
        assertThat(run("profile", "history").out()).contains("1.3: rolled back to 1.1");
    }

    @Test
    void fiftyRatingsMakeAProfileMature() {
        rate(49, 5, "");
        assertThat(json("analyze-feedback").get("mature").asBoolean()).isFalse();
        rate(5, "");
        assertThat(json("analyze-feedback").get("mature").asBoolean()).isTrue();
        assertThat(run("analyze-feedback", "--monthly-summary").out()).contains("2026-11  50 ratings, mean 5.0");
    }

    @Test
    void whatWasLearnedReachesTheNextPlan() {
        rate(5, 4, "");
        rate(5, 4, "more bass");
        JsonNode plan = json(
                        "master",
                        mastered.resolveSibling("secret-song.wav").toString(),
                        "--output",
                        mastered.resolveSibling("again.flac").toString())
                .get("plan");
        for (JsonNode parameter : plan.get("parameters")) {
            if (parameter.get("name").asText().equals("bass")) {
                assertThat(parameter.get("personal").asDouble()).isCloseTo(0.3, within(1e-9));
                assertThat(parameter.get("final").asDouble())
                        .isCloseTo(parameter.get("base").asDouble() + 0.3, within(1e-9));
                assertThat(parameter.get("reason").asText()).contains("5 of 5 asks wanted more bass");
                return;
            }
        }
        throw new AssertionError("the plan has no bass");
    }

    @Test
    void whatIsNotUnderstoodIsShownAndNotGuessed() {
        JsonNode rated = rate(4, "more bass please and zorblax");
        assertThat(rated.get("rating").asInt()).isEqualTo(4);
        assertThat(rated.get("asks").get(0).get("aspect").asText()).isEqualTo("bass");
        assertThat(rated.get("asks").get(0).get("direction").asText()).isEqualTo("more");
        assertThat(rated.get("ignored").toString()).contains("zorblax");
        JsonNode understood = json("understand", "a bit harsh");
        assertThat(understood.get("asks").get(0).get("direction").asText()).isEqualTo("less");
        assertThat(understood.get("asks").get(0).get("intensity").asText()).isEqualTo("a_bit");
    }

    @Test
    void aCorrectedRatingCountsOnce() {
        rate(4, "more bass");
        json("rate-track", mastered.toString(), "--rating", "2", "--comment", "less bass", "--replace");
        JsonNode feedback = json("analyze-feedback", "--all-types");
        assertThat(feedback.get("histogram").toString()).isEqualTo("[0,1,0,0,0]");
        assertThat(feedback.get("dimensions").get(0).get("asks").get("less").asInt())
                .isEqualTo(1);
    }

    @Test
    void eachGearHasAProfileOfItsOwn() {
        rate(5, 4, "");
        assertThat(json("gear", "bassy-headphones").get("gear").asText()).isEqualTo("bassy-headphones");
        assertThat(json("profile", "show").get("version").asText()).isEmpty();
        run("gear", "neutral-headphones");
        assertThat(json("profile", "show").get("version").asText()).isEqualTo("1.0");
        assertThat(json("hearing", "bass-sensitive").get("hearing").asText()).isEqualTo("bass-sensitive");
        assertThat(run("hearing").out()).contains("* bass-sensitive");
    }

    @Test
    void aValueSetByHandIsKeptWithItsReasonAndRefusedAgainstOnesOwnRatings() {
        String type = json("detect", mastered.toString()).get("type").asText();
        assertThat(json("update-profile", type, "--bass", "1.8", "--reason", "new room")
                        .get("reason")
                        .asText())
                .contains("bass +1.8 dB", "new room");
        assertThat(delta("bass")).isCloseTo(1.8, within(1e-9));
        rate(5, 3, "too much bass");
        CommandRun refused = CommandRun.of(home, "update-profile", type, "--bass", "3", "--reason", "party");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("less bass", "--force");
        assertThat(delta("bass")).isLessThanOrEqualTo(1.8);
        run("update-profile", type, "--bass", "3", "--reason", "party", "--force");
        assertThat(delta("bass")).isCloseTo(3, within(1e-9));
    }

    @Test
    void deletedFeedbackLeavesNoByteUnderTheHome() throws IOException {
        rate(5, 4, "");
        rate(5, 4, "more bass xylophonic");
        run("enable-sharing", "--server", "http://127.0.0.1:9/");
        assertThat(holding("xylophonic", "secret-song")).isNotEmpty();
        assertThat(json("delete-feedback", "--all").get("deleted").asInt()).isEqualTo(10);
        assertThat(holding("xylophonic", "secret-song", "\"stars\"")).isEmpty();
        assertThat(run("delete-feedback", "--all").out()).contains("nothing to delete");
        assertThat(json("share", "status").toString()).doesNotContain("xylophonic");
    }

    @Test
    void onlyTheChosenFeedbackIsDeleted() throws IOException {
        rate(4, "xylophonic");
        CommandRun later = CommandRun.of(
                home,
                Clock.fixed(NOW.plusSeconds(100 * 86_400), ZoneOffset.UTC),
                "rate-track",
                mastered.toString(),
                "--rating",
                "5",
                "--comment",
                "marvellous");
        assertThat(later.code()).isZero();
        CommandRun deletion = CommandRun.of(
                home,
                Clock.fixed(NOW.plusSeconds(101 * 86_400), ZoneOffset.UTC),
                "delete-feedback",
                "--older-than",
                "90-days");
        assertThat(deletion.out()).contains("Deleted 1 rating.");
        assertThat(holding("xylophonic")).isEmpty();
        assertThat(holding("marvellous")).isNotEmpty();
        run("delete-feedback", "--track", mastered.toString());
        assertThat(holding("marvellous", "secret-song")).isEmpty();
    }

    private List<Path> holding(String... words) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Arrays.stream(words).anyMatch(word -> holds(file, word)))
                    .toList();
        }
    }

    private static boolean holds(Path file, String word) {
        try {
            return file.toString().contains(word)
                    || new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void anonymisedFeedbackHoldsNoTrackNoCommentAndNoDay() {
        rate(5, 4, "more bass xylophonic");
        String exported = run("export-feedback", "--anonymized").out();
        assertThat(exported).contains("\"month\" : \"2026-11\"").doesNotContain("xylophonic", "secret", "2026-11-25");
    }

    @Test
    void thePersonalLayerMovesToAnotherHomeWhole() {
        rate(5, 4, "");
        rate(5, 4, "more bass");
        Path archive = folder.resolve("layer.zip");
        run("export-personal", archive.toString());
        JsonNode before = json("profile", "show");
        home = folder.resolve("other");
        assertThat(json("import-personal", archive.toString()).toString())
                .isEqualTo("{\"ratings\":10,\"jobs\":1,\"versions\":2}");
        assertThat(json("profile", "show")).isEqualTo(before);
        assertThat(rate(5, 3, "too wide").get("profileVersion").asText()).isEqualTo("1.2");
        assertThat(CommandRun.of(home, "import-personal", archive.toString()).code())
                .isEqualTo(ExitCode.USAGE);
        run("import-personal", archive.toString(), "--replace");
        assertThat(json("profile", "show")).isEqualTo(before);
    }

    @Test
    void anArchiveThatIsNoneChangesNothing() throws IOException {
        rate(5, 4, "");
        Path archive = folder.resolve("layer.zip");
        run("export-personal", archive.toString());
        byte[] good = Files.readAllBytes(archive);
        JsonNode before = json("profile", "show");
        for (byte[] bad : new byte[][] {
            new byte[0],
            "text".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(good, good.length / 2),
            Arrays.copyOf(good, good.length / 8)
        }) {
            Path file = Files.write(folder.resolve("bad.zip"), bad);
            CommandRun run = CommandRun.of(home, "import-personal", file.toString(), "--replace");
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err().lines()).hasSize(1);
        }
        assertThat(json("profile", "show")).isEqualTo(before);
        assertThat(home.resolve("personal.import")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate-track missing.flac --rating 4",
                "rate-track",
                "rate-track missing.flac --rating six",
                "understand",
                "analyze-feedback --type jazz",
                "analyze-feedback --type studio --all-types",
                "update-profile studio --bass 1.8",
                "update-profile studio --reason why",
                "update-profile studio --bass 99 --reason why",
                "update-profile jazz --bass 1 --reason why",
                "profile diff 1.0",
                "profile rollback",
                "profile rollback 7.7",
                "gear loud-headphones",
                "hearing perfect",
                "export-feedback",
                "delete-feedback",
                "delete-feedback --older-than soon",
                "delete-feedback --all --older-than 90-days",
                "import-personal missing.zip",
                "import-personal /"
            })
    void aMistakeIsAnsweredInOneSentence(String line) {
        CommandRun run = CommandRun.of(home, line.split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("auralis: ").doesNotContain("Exception", "null");
    }

    @Test
    void aRatingOutOfRangeIsRefusedAndNotKept() {
        CommandRun run = CommandRun.of(home, "rate-track", mastered.toString(), "--rating", "6");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(json("analyze-feedback").get("ratings").asInt()).isZero();
    }
}
