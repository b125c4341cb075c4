package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.RecordingType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands of the personal layer do with what they cannot use, and with a home that was hurt. */
class PersonalBadInputTest {
    @TempDir
    Path folder;

    private RatedHome listener;
    private Path track;

    @BeforeEach
    void a_track() throws IOException {
        listener = new RatedHome(folder);
        track = listener.mastered("song.flac", RecordingType.STUDIO);
    }

    private void assertOneSentence(int code, CommandRun run) {
        assertThat(run.code()).as(run.err()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("auralis: ").doesNotContain("Exception", "\tat ");
        assertThat(run.err().strip()).matches("(?s).*[.?]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate-track SONG",
                "rate-track SONG --rating 0",
                "rate-track MUSIC --rating 3",
                "rate-track OTHER --rating 3",
                "rate-track SONG --rating 3 --replace",
                "update-profile studio --width 0.3 --reason x",
                "update-profile studio --bass NaN --reason x",
                "update-profile studio --bass loud --reason x",
                "profile diff 1.0 1.1",
                "delete-feedback --older-than -5-days",
                "delete-feedback --all --track SONG",
                "export-personal",
                "export-personal SONG",
                "delete-feedback --track OTHER",
                "delete-feedback --track missing.flac",
                "import-personal",
                "import-personal SONG",
            })
    void bad_input_is_answered_in_one_sentence(String line) throws IOException {
        Path other = Files.writeString(listener.music.resolve("other.flac"), "never mastered");
        String[] arguments = Stream.of(line.split(" "))
                .map(word -> switch (word) {
                    case "SONG" -> track.toString();
                    case "OTHER" -> other.toString();
                    case "MUSIC" -> listener.music.toString();
                    default -> word;
                })
                .toArray(String[]::new);
        byte[] song = Files.readAllBytes(track);
        assertOneSentence(ExitCode.USAGE, listener.run(arguments));
        assertThat(track).hasBinaryContent(song);
        assertThat(listener.ok("analyze-feedback").out()).startsWith("0 ratings");
    }

    @Test
    void a_comment_as_long_as_a_book_is_refused() {
        assertOneSentence(
                ExitCode.USAGE,
                listener.run("rate-track", track.toString(), "--rating", "3", "--comment", "more bass ".repeat(1000)));
        assertOneSentence(ExitCode.USAGE, listener.run("understand", "more bass ".repeat(1000)));
    }

    @Test
    void a_home_that_cannot_be_written_is_said() throws IOException {
        Path export = folder.resolve("export.zip");
        listener.ok("export-personal", export.toString());
        Path blocked = Files.writeString(folder.resolve("file"), "").resolve("home");
        for (String[] command : new String[][] {
            {"rate-track", track.toString(), "--rating", "3"},
            {"gear", "dark-speakers"},
            {"hearing", "normal"},
            {"update-profile", "studio", "--bass", "0.5", "--reason", "x"},
            {"delete-feedback", "--all"},
            {"import-personal", export.toString()},
        }) {
            assertOneSentence(ExitCode.FAILURE, CommandRun.of(blocked, command));
        }
    }

    @Test
    void a_rating_that_was_cut_off_by_a_kill_is_forgotten_and_the_next_one_is_whole() throws IOException {
        listener.rate(4, track, 3, "more bass");
        Path ratings = listener.home.resolve("personal/feedback/ratings.jsonl");
        byte[] line = Files.readAllLines(ratings).get(3).getBytes(StandardCharsets.UTF_8);
        for (int cut : new int[] {1, line.length / 2, line.length - 1}) {
            Files.write(ratings, Arrays.copyOf(line, cut), StandardOpenOption.APPEND);
            assertThat(listener.ok("analyze-feedback").out()).contains(" with neutral-headphones");
        }
        assertThat(listener.rate(track, 3, "more bass")
                        .json()
                        .get("profileVersion")
                        .asText())
                .isEqualTo("1.0");
        assertThat(Files.readAllLines(ratings)).hasSize(5);
    }

    @Test
    void a_version_that_a_kill_prevented_is_made_up_for_by_the_next_rating() throws IOException {
        listener.rate(4, track, 3, "more bass");
        // As a kill leaves it between keeping the fifth rating and learning from it.
        Path home = listener.home;
        Path saved = Files.createDirectories(folder.resolve("saved"));
        listener.rate(track, 3, "more bass");
        Files.move(home.resolve("personal/profile"), saved.resolve("profile"));
        Files.writeString(home.resolve("personal/feedback/version-due"), "neutral-headphones");
        assertThat(listener.rate(track, 3, "").json().get("profileVersion").asText())
                .isEqualTo("1.0");
        assertThat(home.resolve("personal/feedback/version-due")).doesNotExist();
    }

    @Test
    void what_a_kill_left_in_the_profiles_repository_is_in_nobodys_way() throws IOException {
        listener.rate(5, track, 3, "more bass");
        Path git = listener.home.resolve("personal/profile/.git");
        Files.writeString(git.resolve("index.lock"), "");
        Files.writeString(git.resolve("refs/heads/main.lock"), "");
        Files.writeString(listener.home.resolve("personal/profile/neutral-headphones.json"), "{ half");
        listener.rate(4, track, 3, "more bass");
        assertThat(listener.rate(track, 3, "more bass")
                        .json()
                        .get("profileVersion")
                        .asText())
                .isEqualTo("1.1");
        assertThat(listener.home.resolve("personal/profile/neutral-headphones.json"))
                .content()
                .contains("\"version\" : \"1.1\"");
    }

    @Test
    void a_damaged_history_is_said_and_never_taken_for_an_empty_one() throws IOException {
        listener.rate(5, track, 3, "more bass");
        Path objects = listener.home.resolve("personal/profile/.git/objects");
        try (Stream<Path> files = Files.walk(objects)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(file.toFile().setWritable(true)).isTrue();
                Files.writeString(file, "damaged");
            }
        }
        for (List<String> command : List.of(List.of("profile", "show"), List.of("profile", "history"))) {
            assertOneSentence(ExitCode.FAILURE, listener.run(command.toArray(String[]::new)));
        }
    }

    @Test
    void what_a_newer_version_wrote_is_refused_and_left_as_it_is() throws IOException {
        listener.rate(track, 3, "more bass");
        Path ratings = listener.home.resolve("personal/feedback/ratings.jsonl");
        String newer = Files.readString(ratings).replace("rating/1", "rating/2");
        Files.writeString(ratings, newer);
        for (String[] command : new String[][] {
            {"rate-track", track.toString(), "--rating", "3"},
            {"analyze-feedback"},
            {"delete-feedback", "--all"},
            {"export-feedback", "--anonymized"}
        }) {
            CommandRun run = listener.run(command);
            assertOneSentence(ExitCode.FAILURE, run);
            assertThat(run.err()).contains("newer version");
        }
        assertThat(ratings).hasContent(newer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "{\"schema\":\"rating/1\",\"rating\":{\"stars\":3}}", "text"})
    void a_damaged_rating_is_named_and_never_skipped(String line) throws IOException {
        listener.rate(track, 3, "more bass");
        Path ratings = listener.home.resolve("personal/feedback/ratings.jsonl");
        Files.writeString(ratings, line + "\n", StandardOpenOption.APPEND);
        CommandRun run = listener.run("analyze-feedback");
        assertOneSentence(ExitCode.FAILURE, run);
        assertThat(run.err()).contains("ratings.jsonl");
    }

    @Test
    void a_setting_of_a_newer_version_is_kept() throws IOException {
        Path settings = listener.home.resolve("settings.json");
        Files.createDirectories(listener.home);
        Files.writeString(settings, "{\"future\":{\"a\":1},\"gear\":\"dark-speakers\"}");
        listener.ok("hearing", "bass-sensitive");
        assertThat(settings).content().contains("\"future\":{\"a\":1}", "dark-speakers", "bass-sensitive");
    }

    @Test
    void two_programs_at_once_lose_no_rating_and_no_version() throws Exception {
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            programs.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TenRatings.class.getName(),
                            listener.home.toString(),
                            track.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("program" + i).toFile())
                    .start());
        }
        try {
            for (int i = 0; i < 2; i++) {
                assertThat(programs.get(i).waitFor(3, TimeUnit.MINUTES)).isTrue();
                assertThat(programs.get(i).exitValue())
                        .as(Files.readString(folder.resolve("program" + i)))
                        .isZero();
            }
        } finally {
            programs.forEach(Process::destroyForcibly);
        }
        assertThat(listener.ok("analyze-feedback", "--json")
                        .json()
                        .get("ratings")
                        .asInt())
                .isEqualTo(20);
        assertThat(listener.ok("profile", "history", "--json").json().findValuesAsText("version"))
                .containsExactly("1.2", "1.1", "1.0");
    }
}
