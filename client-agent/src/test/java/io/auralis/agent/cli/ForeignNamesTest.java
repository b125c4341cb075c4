package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that are no text here: bytes of Latin-1 where names are UTF-8, and anything beyond ASCII in the locale C. */
class ForeignNamesTest {
    private static final Map<String, String> NO_LOCALE = Map.of("LC_ALL", "C");

    /** As an argument arrives whose bytes are no UTF-8. */
    private static final String LATIN_1 = "latin\uFFFD.wav";

    @TempDir
    Path folder;

    private Path home;
    private Path music;
    private Path masters;

    @BeforeEach
    void songs() throws Exception {
        home = folder.resolve("home");
        masters = folder.resolve("masters");
        music = Files.createDirectory(folder.resolve("music"));
        RenderedSong.wav(music.resolve("song.wav"), 1, 4);
        // Java itself cannot write such a name.
        Process copy = new ProcessBuilder("sh", "-c", "cp song.wav \"$(printf 'latin\\351.wav')\"")
                .directory(music.toFile())
                .start();
        assertThat(copy.waitFor()).isZero();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, arguments);
    }

    private String inNoLocale(int code, String... arguments) throws Exception {
        Process process = AgentProcess.start(home, NO_LOCALE, arguments);
        String said = AgentProcess.output(process);
        assertThat(process.waitFor()).as(said).isEqualTo(code);
        return said;
    }

    @Test
    void aNameThatIsNotUtf8IsToldAsThat() {
        for (String command : new String[] {"master", "fingerprint", "detect"}) {
            CommandRun run = run(command, music.resolve(LATIN_1).toString());
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err())
                    .isEqualToIgnoringNewLines("auralis: " + music.resolve(LATIN_1)
                            + " has a name that is not valid UTF-8; rename it and try again.");
        }
    }

    @Test
    void itFailsAloneFoundInAFolderAndGiven() {
        CommandRun found = run("master", music.toString(), "--output-dir", masters.toString());
        assertFailedAlone(found.code(), found.out(), "not valid UTF-8; rename it");
        assertThat(masters.resolve("song (Auralis).flac")).exists();

        CommandRun given = run(
                "master",
                music.resolve(LATIN_1).toString(),
                music.resolve("song.wav").toString(),
                "--dry-run");
        assertThat(given.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(given.out()).contains("not valid UTF-8; rename it", "1 would be mastered, 1 cannot be.");
    }

    @Test
    void anAlbumWithItIsRefusedBeforeItIsHeard() {
        CommandRun run = run("master", music.toString(), "--album", "--output-dir", masters.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("not valid UTF-8; rename it");
        assertThat(masters).doesNotExist();
    }

    @Test
    void aScanListsIt() {
        assertThat(run("library", "scan", music.toString()).out()).contains("not valid UTF-8; rename it");
    }

    @Test
    void anArgumentThatIsNoNameIsToldInOneSentence() {
        for (String command : new String[] {"master", "fingerprint", "detect"}) {
            CommandRun run = run(command, "\uD800.flac");
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).contains("has a name that").doesNotContain("Exception", "java");
        }
    }

    @Test
    void withoutALocaleTheSentenceSaysWhatToSetAndTheOthersAreMastered() throws Exception {
        String said = inNoLocale(ExitCode.FAILURE, "master", music.toString(), "--output-dir", masters.toString());
        assertFailedAlone(ExitCode.FAILURE, said, "this locale has no characters for; set LC_ALL=C.UTF-8");
        assertThat(masters.resolve("song (Auralis).flac")).exists();
    }

    @Test
    void withoutALocaleAnArgumentOrAHomeBeyondAsciiIsToldInOneSentence() throws Exception {
        assertThat(inNoLocale(ExitCode.USAGE, "master", "né.wav"))
                .contains("set LC_ALL=C.UTF-8")
                .doesNotContain("Exception");
        home = folder.resolve("mañana");
        assertThat(inNoLocale(ExitCode.USAGE, "gear"))
                .contains("set LC_ALL=C.UTF-8")
                .doesNotContain("Exception");
    }

    private static void assertFailedAlone(int code, String said, String why) {
        assertThat(code).as(said).isEqualTo(ExitCode.FAILURE);
        assertThat(said).contains("1 mastered, 0 done before, 1 failed.", why).doesNotContain("Exception");
    }
}
