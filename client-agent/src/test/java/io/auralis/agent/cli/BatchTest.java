package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.batch.BatchLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    @TempDir
    Path folder;

    private Path home;
    private Path music;
    private Path masters;

    @BeforeEach
    void songs() throws IOException {
        home = folder.resolve("home");
        music = Files.createDirectories(folder.resolve("music"));
        masters = folder.resolve("masters");
        RenderedSong.wav(music.resolve("one.wav"));
        RenderedSong.wav(Files.createDirectory(music.resolve("disc 2")).resolve("two.wav"));
        Files.writeString(music.resolve("notes.txt"), "no audio");
    }

    private CommandRun run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("master"));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(home, arguments.toArray(String[]::new));
    }

    private CommandRun batch(String... more) {
        List<String> arguments = new ArrayList<>(List.of(music.toString(), "--output-dir", masters.toString()));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    private List<String> files(Path under) throws IOException {
        try (Stream<Path> files = Files.walk(under)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> under.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFolderIsMasteredToItsDepthAndEachTrackIsAJob() throws IOException {
        CommandRun run = batch("--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(files(masters)).containsExactly("disc 2/two (Auralis).flac", "one (Auralis).flac");
        JsonNode files = run.json().get("files");
        assertThat(files).hasSize(2);
        assertThat(files.get(0).get("input").asText()).endsWith("two.wav");
        assertThat(files.get(0).get("after").has("integratedLufs")).isTrue();
        assertThat(run.json().get("failed")).isEmpty();
        assertThat(files(home.resolve("personal").resolve("history"))).hasSize(2);
        assertThat(files(home.resolve("batches")))
                .allSatisfy(name -> assertThat(home.resolve("batches").resolve(name))
                        .content()
                        .doesNotContain("one", "two", "disc"));
    }

    @Test
    void theSecondRunSkipsWhatIsDoneAndOtherOptionsAreAnotherBatch() throws IOException {
        assertThat(batch().out()).contains("2 mastered, 0 done before, 0 failed.");
        assertThat(batch().out()).contains("0 mastered, 2 done before, 0 failed.");
        Files.delete(masters.resolve("one (Auralis).flac"));
        assertThat(batch().out()).contains("1 mastered, 1 done before, 0 failed.");
        CommandRun other = batch("--eq", "0", "--json");
        assertThat(other.code()).isEqualTo(ExitCode.USAGE);
        assertThat(other.json().get("failed").findValuesAsText("error"))
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).contains("is there already; add --force"));
        assertThat(batch("--eq", "0", "--force").out()).contains("2 mastered");
    }

    @Test
    void anInputThatChangedIsMasteredAnew() throws IOException {
        assertThat(batch().code()).isZero();
        Path song = music.resolve("one.wav");
        Files.setLastModifiedTime(song, FileTime.fromMillis(1_000_000));
        assertThat(batch().out()).contains("1 mastered, 1 done before, 0 failed.");
    }

    @Test
    void aBadFileDoesNotStopTheOthers() throws IOException {
        Files.writeString(music.resolve("broken.flac"), "this is no music");
        CommandRun run = batch();
        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.out())
                .contains("2 mastered, 0 done before, 1 failed.")
                .containsPattern("Failed: .*broken\\.flac: .*broken\\.flac.*\\.");
        assertThat(files(masters)).hasSize(2);
    }

    @Test
    void nothingButBadInputIsBadInput() throws IOException {
        Path bad = Files.createDirectory(folder.resolve("bad"));
        Files.writeString(bad.resolve("broken.flac"), "this is no music");
        assertThat(run(bad.toString()).code()).isEqualTo(ExitCode.USAGE);
        CommandRun none = run(Files.createDirectory(folder.resolve("empty")).toString());
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("There is no audio file in ");
    }

    @Test
    void aMasterOfOursIsNotMasteredAgain() {
        assertThat(run(music.toString()).out()).contains("2 mastered");
        assertThat(run(music.toString()).out()).contains("0 mastered, 2 done before");
    }

    @Test
    void twoTracksThatWouldGoToTheSameFileAreTold() throws IOException {
        Path song =
                RenderedSong.wav(Files.createDirectory(folder.resolve("other")).resolve("one.wav"));
        CommandRun run =
                run(music.resolve("one.wav").toString(), song.toString(), "--output-dir", masters.toString(), "--json");
        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.json().get("files")).hasSize(1);
        assertThat(run.json().get("failed").get(0).get("error").asText()).contains("Another track of the batch");
    }

    @Test
    void aSecondBatchOnTheSameFolderIsTold() {
        BatchLock lock = BatchLock.acquire(
                home.resolve("batches"), Set.of(music.toAbsolutePath().normalize()));
        try {
            CommandRun run = batch();
            assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(run.err()).contains("Another batch is at work on " + music);
        } finally {
            lock.close();
        }
        assertThat(batch().code()).isZero();
    }

    @Test
    void whatDoesNotGoWithABatchIsRefused() {
        assertThat(batch("--output", "x.flac").err()).contains("--output takes one track; a batch has --output-dir.");
        for (String option : List.of("--jobs=2", "--album", "--output-dir=" + masters)) {
            String name = option.replaceFirst("=.*", "");
            assertThat(run(music.resolve("one.wav").toString(), "--output", "x.flac", option)
                            .err())
                    .contains("--output takes one track, and " + name + " makes it a batch; leave one of them out.");
        }
        assertThat(run(music.resolve("one.wav").toString(), "--output", "x.flac", "--jobs", "0")
                        .err())
                .contains("--jobs must be 1 or more but is 0.");
        assertThat(batch("--jobs", "0").err()).contains("--jobs must be 1 or more but is 0.");
        assertThat(batch("--match", "50%").err()).contains("--match says how near to come to a --reference");
    }

    @Test
    void aDryRunSaysThePlanOfEachTrackAndWritesNothing() throws IOException {
        Files.writeString(music.resolve("no song.wav"), "no song");
        CommandRun run = batch("--dry-run", "--loudness", "-20", "--json");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FAILURE);
        JsonNode files = run.json().get("files");
        assertThat(files).hasSize(2);
        for (JsonNode file : files) {
            assertThat(file.get("plan").get("parameters")).hasSize(9);
            assertThat(file.get("output").asText()).startsWith(masters.toString());
        }
        assertThat(run.json().get("failed").get(0).get("error").asText()).startsWith("no song.wav ");

        Files.delete(music.resolve("no song.wav"));
        CommandRun told = batch("--dry-run", "--loudness", "-20");
        assertThat(told.code()).as(told.err()).isZero();
        assertThat(told.out()).contains("-20.0", "2 would be mastered, 0 cannot be. Nothing was written");
        assertThat(masters).doesNotExist();
        assertThat(home.resolve("personal").resolve("history")).doesNotExist();
    }

    @Test
    void aDryRunOfNothingButBadInputIsBadInput() throws IOException {
        Path bad = Files.createDirectory(folder.resolve("bad"));
        Files.writeString(bad.resolve("no song.wav"), "no song");
        assertThat(run(bad.toString(), "--dry-run").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aBatchMayHaveAReference() {
        CommandRun run = batch("--reference", music.resolve("one.wav").toString(), "--match", "80%", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("files").get(0).get("plan").has("match")).isTrue();
        assertThat(run.json().get("files").get(0).get("plan").toString()).contains("reference \\\"one.wav\\\" by 80 %");
    }
}
