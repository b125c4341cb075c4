package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
    @TempDir
    Path folder;

    private Path home;
    private Path music;
    private Path masters;

    @BeforeEach
    void music() throws IOException {
        home = folder.resolve("home");
        masters = folder.resolve("masters");
        music = Files.createDirectories(folder.resolve("music"));
        RenderedSong.wav(music.resolve("one.wav"), 1, 4);
        RenderedSong.wav(Files.createDirectory(music.resolve("album")).resolve("two.wav"), 2, 4);
    }

    private CommandRun watch(String... more) {
        return CommandRun.of(
                home,
                Stream.concat(
                                Stream.of(
                                        "watch",
                                        music.toString(),
                                        "--output-dir",
                                        masters.toString(),
                                        "--once",
                                        "--settle",
                                        "0",
                                        "--json"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    private static List<String> events(CommandRun run) {
        return run.out()
                .lines()
                .map(line -> line.replaceAll(".*\"event\":\"([a-z]+)\".*", "$1"))
                .sorted()
                .toList();
    }

    private List<String> inMasters() throws IOException {
        try (Stream<Path> files = Files.walk(masters)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> masters.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void the_masters_follow_what_arrives_changes_and_goes() throws IOException {
        CommandRun first = watch();
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(events(first)).containsExactly("mastered", "mastered");
        assertThat(inMasters()).containsExactly("album/two (Auralis).flac", "one (Auralis).flac");
        assertThat(watch().out()).as("all is done").isEmpty();

        Files.writeString(masters.resolve("notes.txt"), "mine");
        Files.copy(masters.resolve("one (Auralis).flac"), masters.resolve("mine (Auralis).flac"));
        Files.delete(music.resolve("album/two.wav"));
        RenderedSong.wav(music.resolve("one.wav"), 3, 5);
        CommandRun second = watch();
        assertThat(events(second)).containsExactly("deleted", "mastered");
        assertThat(inMasters()).containsExactly("mine (Auralis).flac", "notes.txt", "one (Auralis).flac");
        assertThat(masters.resolve("album")).doesNotExist();
    }

    @Test
    void a_collection_that_is_gone_altogether_takes_no_master_with_it() throws IOException {
        watch();
        Files.delete(music.resolve("one.wav"));
        Files.delete(music.resolve("album/two.wav"));
        assertThat(watch().out()).isEmpty();
        assertThat(inMasters()).hasSize(2);
    }

    @Test
    void what_cannot_be_mastered_is_told_and_stops_nothing() throws IOException {
        Files.writeString(music.resolve("broken.flac"), "no music");
        Files.createDirectories(masters);
        Files.writeString(masters.resolve("one (Auralis).flac"), "the listener's own");
        CommandRun run = watch();
        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(events(run)).containsExactly("failed", "failed", "mastered");
        assertThat(run.out()).contains("broken.flac");
        assertThat(masters.resolve("one (Auralis).flac")).hasContent("the listener's own");
    }

    @Test
    void a_refresh_makes_all_anew() throws IOException {
        watch();
        assertThat(events(watch("--refresh"))).containsExactly("mastered", "mastered");
        assertThat(watch().out()).isEmpty();
    }

    @Test
    void the_music_itself_is_never_the_folder_of_masters() {
        CommandRun run = CommandRun.of(home, "watch", music.toString(), "--output-dir", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("choose another --output-dir");
        assertThat(CommandRun.of(home, "watch", "nowhere", "--output-dir", "x").err())
                .contains("nowhere is no folder");
    }
}
