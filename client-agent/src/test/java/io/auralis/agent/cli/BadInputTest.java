package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    @TempDir
    Path folder;

    private Path home;
    private Path music;

    @BeforeEach
    void folders() throws IOException {
        home = folder.resolve("home");
        music = Files.createDirectory(folder.resolve("music"));
    }

    /** A run that failed as it should: one sentence, no result, no trace, and not a file more beside the input. */
    private void assertOneSentence(int code, String... arguments) throws IOException {
        List<Path> before = files();
        CommandRun run = CommandRun.of(home, arguments);
        assertThat(run.code()).as("%s: %s", List.of(arguments), run.err()).isEqualTo(code);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("auralis: ").doesNotContain("Exception", "\tat ", "null");
        assertThat(run.err().strip()).matches("(?s).*[.?]");
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(music)) {
            return files.sorted().toList();
        }
    }

    private void assertEveryListeningCommandRefuses(Path file) throws IOException {
        for (String command : new String[] {"master", "fingerprint", "detect"}) {
            assertOneSentence(ExitCode.USAGE, command, file.toString());
            assertOneSentence(ExitCode.USAGE, command, file.toString(), "--json");
        }
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Path missing = music.resolve("missing.flac");
        assertEveryListeningCommandRefuses(missing);
        assertThat(CommandRun.of(home, "master", missing.toString()).err()).contains("missing.flac");
        assertOneSentence(ExitCode.USAGE, "detect", "--fingerprint", missing.toString());
    }

    @Test
    void aFolderIsNoTrack() throws IOException {
        assertEveryListeningCommandRefuses(music);
        assertOneSentence(ExitCode.USAGE, "detect", "--fingerprint", music.toString());
    }

    @Test
    void musicIsNoFingerprint() throws IOException {
        Path bytes = Files.write(music.resolve("song.flac"), new byte[] {'f', 'L', 'a', 'C', (byte) 0xFF, (byte) 0xF8});
        assertOneSentence(ExitCode.USAGE, "detect", "--fingerprint", bytes.toString());
        assertThat(CommandRun.of(home, "detect", "--fingerprint", bytes.toString())
                        .err())
                .contains("is not text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flac", "wav", "mp3", "m4a", "ogg", "opus", "aiff"})
    void textWithTheNameOfMusicIsNoTrack(String extension) throws IOException {
        assertEveryListeningCommandRefuses(
                Files.writeString(music.resolve("text." + extension), "This is not music.\n".repeat(1000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flac", "wav", "mp3"})
    void zeroBytesAreNoTrack(String extension) throws IOException {
        assertEveryListeningCommandRefuses(Files.createFile(music.resolve("empty." + extension)));
        assertOneSentence(
                ExitCode.USAGE,
                "detect",
                "--fingerprint",
                music.resolve("empty." + extension).toString());
    }

    @Test
    void aTruncatedTrackIsRefusedAndNothingHalfWrittenIsLeft() throws IOException {
        Path song = RenderedSong.wav(music.resolve("song.wav"));
        assertThat(CommandRun.of(home, "master", song.toString()).code()).isZero();
        byte[] flac = Files.readAllBytes(music.resolve("song (Auralis).flac"));
        assertEveryListeningCommandRefuses(
                Files.write(music.resolve("cut.flac"), Arrays.copyOf(flac, flac.length * 2 / 3)));
        byte[] wav = Files.readAllBytes(song);
        assertEveryListeningCommandRefuses(
                Files.write(music.resolve("cut.wav"), Arrays.copyOf(wav, wav.length * 2 / 3)));
    }

    @Test
    void theOutputIsNeitherTheInputNorOverwrittenUnasked() throws IOException {
        Path song = RenderedSong.wav(music.resolve("song.wav"));
        byte[] before = Files.readAllBytes(song);
        assertOneSentence(ExitCode.USAGE, "master", song.toString(), "--output", song.toString());
        assertOneSentence(ExitCode.USAGE, "master", song.toString(), "--output", song.toString(), "--force");
        assertThat(song).hasBinaryContent(before);
        Path other = Files.writeString(music.resolve("other.flac"), "mine");
        assertOneSentence(ExitCode.USAGE, "master", song.toString(), "--output", other.toString());
        assertThat(other).hasContent("mine");
    }

    @Test
    void anOutputFolderThatIsNotThereIsNamed() throws IOException {
        Path song = RenderedSong.wav(music.resolve("song.wav"));
        String output = music.resolve("nowhere").resolve("song.flac").toString();
        List<Path> before = files();
        CommandRun run = CommandRun.of(home, "master", song.toString(), "--output", output);
        assertThat(run.code()).isIn(ExitCode.FAILURE, ExitCode.USAGE);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("nowhere", "does not exist");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aHomeThatCannotBeWrittenIsSaidBeforeAnyWork() throws IOException {
        Path song = RenderedSong.wav(music.resolve("song.wav"));
        home = Files.writeString(folder.resolve("file"), "").resolve("home");
        assertOneSentence(ExitCode.FAILURE, "master", song.toString());
        assertOneSentence(ExitCode.FAILURE, "enable-sharing", "--server", "http://127.0.0.1:1/");
        assertOneSentence(ExitCode.FAILURE, "model", "rollback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "[]",
                "null",
                "{\"schema\": \"fingerprint/9\", \"values\": {}}",
                "{\"schema\": \"legacy-2025\", \"values\": {\"centroid_hz\": \"high\"}}",
                "{\"schema\": \"legacy-2025\", \"values\": {\"centroid_hz\": NaN}}",
                "{\"centroid_hz\": 7658}"
            })
    void aFingerprintThatIsNoneIsRefused(String text) throws IOException {
        assertOneSentence(
                ExitCode.USAGE,
                "detect",
                "--fingerprint",
                Files.writeString(music.resolve("fingerprint.json"), text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mastr",
                "master",
                "master a b",
                "detect",
                "master song.wav --bits 12x",
                "master song.wav --format ogg",
                "master song.wav --bitrate 320",
                "master song.wav --format mp3 --bitrate 500",
                "master song.wav --format mp3 --bits 16",
                "model",
                "model show 7.0.0",
                "model show one",
                "model rollback --to 7.0.0",
                "model update",
                "model update --repository ftp://example.org/",
                "enable-sharing",
                "enable-sharing --server not-a-url",
                "share withdraw unknown-slot",
                "detect --model 7.0.0 --fingerprint x.json"
            })
    void aMistypedCommandIsAnsweredInOneSentence(String line) throws IOException {
        if (line.equals("model")) {
            // A group without a command shows what there is.
            assertThat(CommandRun.of(home, "model").code()).isEqualTo(ExitCode.USAGE);
            return;
        }
        assertOneSentence(ExitCode.USAGE, line.split(" "));
    }

    @Test
    void sendingWithSharingOffIsRefused() throws IOException {
        assertOneSentence(ExitCode.REFUSED, "share", "now");
    }
}
