package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
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

class AlbumBatchTest {
    @TempDir
    Path folder;

    private Path music;
    private Path masters;

    @BeforeEach
    void songs() throws IOException {
        music = Files.createDirectories(folder.resolve("music"));
        masters = folder.resolve("masters");
        RenderedSong.wav(music.resolve("one.wav"));
        quieter(RenderedSong.wav(music.resolve("two.wav")));
    }

    /** A quarter of the amplitude, 12.04 dB. */
    private static void quieter(Path wav) throws IOException {
        byte[] bytes = Files.readAllBytes(wav);
        for (int at = 44; at < bytes.length; at += 2) {
            int sample = (bytes[at] & 0xff | bytes[at + 1] << 8) / 4;
            bytes[at] = (byte) sample;
            bytes[at + 1] = (byte) (sample >> 8);
        }
        Files.write(wav, bytes);
    }

    private static void clipped(Path wav) throws IOException {
        byte[] bytes = Files.readAllBytes(wav);
        for (int at = 44; at < bytes.length; at += 2) {
            int sample = Math.max(-12_000, Math.min(12_000, bytes[at] & 0xff | bytes[at + 1] << 8));
            bytes[at] = (byte) sample;
            bytes[at + 1] = (byte) (sample >> 8);
        }
        Files.write(wav, bytes);
    }

    private CommandRun album(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("master", "--album", music.toString(), "--output-dir", masters.toString()));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(folder.resolve("home"), arguments.toArray(String[]::new));
    }

    private List<String> written() throws IOException {
        if (!Files.exists(masters)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(masters)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theTracksKeepTheirDistanceAndEachIsAJob() throws IOException {
        CommandRun run = album("--loudness", "-20", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(written()).containsExactly("one (Auralis).flac", "two (Auralis).flac");
        JsonNode album = run.json().get("album");
        assertThat(album.get("targetLufs").asDouble()).isEqualTo(-20);
        assertThat(album.get("reachedLufs").asDouble()).isCloseTo(-20, within(0.1));
        JsonNode files = run.json().get("files");
        for (JsonNode file : files) {
            double before = file.get("before").get("integratedLufs").asDouble();
            double after = file.get("after").get("integratedLufs").asDouble();
            assertThat(after - before).isCloseTo(album.get("gainDb").asDouble(), within(0.05));
            assertThat(file.get("plan").get("parameters").get(0).get("reason").asText())
                    .contains("album: one decision for 2 tracks");
            assertThat(file.get("job").asText()).isNotEmpty();
        }
    }

    @Test
    void theSameCommandTakesItUpAndDecidesTheSameAgain() throws IOException {
        assertThat(album().out()).contains("2 mastered, 0 done before, 0 failed.");
        byte[] whole = Files.readAllBytes(masters.resolve("two (Auralis).flac"));
        assertThat(album().out()).contains("0 mastered, 2 done before, 0 failed.");
        Files.delete(masters.resolve("two (Auralis).flac"));
        CommandRun again = album("--json");
        assertThat(again.json().get("skipped")).hasSize(1);
        assertThat(again.json().get("album").get("reachedLufs").isNull()).isTrue();
        assertThat(masters.resolve("two (Auralis).flac")).hasBinaryContent(whole);
    }

    @Test
    void aTrackThatCannotBeReadRefusesTheAlbumBeforeAnythingIsWritten() throws IOException {
        byte[] song = Files.readAllBytes(music.resolve("one.wav"));
        Files.write(music.resolve("three.wav"), Arrays.copyOf(song, song.length / 2));
        CommandRun run = album();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("auralis: Nothing of the album was mastered: three.wav ");
        assertThat(written()).isEmpty();
    }

    @Test
    void anAlbumWithATrackThatChangedIsAnotherAlbum() throws IOException {
        assertThat(album().code()).isZero();
        quieter(music.resolve("one.wav"));
        CommandRun run = album();
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("is there already; add --force to overwrite it.");
        assertThat(album("--force").out()).contains("2 mastered");
    }

    @Test
    void aDryRunSaysThePlanOfEachTrackAndWritesNothing() throws IOException {
        CommandRun run = album("--dry-run", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("files")).hasSize(2);
        assertThat(run.json().get("files").get(1).get("plan").get("parameters")).hasSize(9);
        assertThat(album("--dry-run").out()).contains("for every track", "Nothing was written.");
        assertThat(written()).isEmpty();
    }

    @Test
    void eachTrackHasItsPage() throws IOException {
        Path pages = folder.resolve("pages");
        CommandRun run = album("--report", pages.toString(), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.json().get("files")).hasSize(2);
        for (JsonNode file : run.json().get("files")) {
            Path page = Path.of(file.get("report").asText());
            assertThat(page).hasParent(pages);
            assertThat(Files.readString(page)).contains("album: one decision for 2 tracks", "<svg");
        }

        Files.delete(pages.resolve("two (Auralis).html"));
        CommandRun again = album("--report", pages.toString(), "--json");
        assertThat(again.json().get("skipped")).hasSize(1);
        assertThat(pages.resolve("two (Auralis).html")).exists();

        assertThat(album("--force", "--report", music.resolve("one.wav").toString())
                        .err())
                .contains("go into a folder");
    }

    @Test
    void aPageThatIsAnothersStopsTheAlbumBeforeItBegins() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        Files.writeString(pages.resolve("two (Auralis).html"), "mine");
        CommandRun run = album("--report", pages.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("two (Auralis).html is there already; add --force to overwrite it.");
        assertThat(written()).isEmpty();
    }

    @Test
    void twoTracksThatGoToOneFileAreRefused() throws IOException {
        Path other =
                RenderedSong.wav(Files.createDirectory(folder.resolve("other")).resolve("one.wav"));
        assertThat(album(other.toString()).err()).contains("Two tracks of the album go to ");
        assertThat(written()).isEmpty();
    }

    @Test
    void theAlbumMatchesAReference() throws IOException {
        Path reference = folder.resolve("reference.wav");
        quieter(RenderedSong.wav(reference));
        CommandRun run = album("--reference", reference.toString(), "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode two = run.json().get("files").get(1);
        JsonNode album = run.json().get("album");
        assertThat(album.get("targetLufs").asDouble())
                .isCloseTo(two.get("before").get("integratedLufs").asDouble(), within(0.001));
        assertThat(two.get("plan").get("parameters").get(0).get("reason").asText())
                .contains("reference \"reference.wav\" by 100 %", "album: one decision for 2 tracks");

        quieter(reference);
        assertThat(album("--reference", reference.toString()).err())
                .as("another reference is another album")
                .contains("is there already; add --force to overwrite it.");
    }

    @Test
    void clippedSamplesOfAnAlbumAreRestoredAsAsked() throws IOException {
        clipped(music.resolve("one.wav"));
        CommandRun run = album("--declip", "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode declip = run.json().get("files").get(0).get("declip");
        assertThat(declip.get("samples").asInt()).isPositive();
        assertThat(album("--declip", "--dry-run").out())
                .contains("one.wav: ", "stretches were restored", "two.wav: No clipped samples were found");
    }
}
