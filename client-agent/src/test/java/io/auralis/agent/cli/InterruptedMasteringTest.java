package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mastering as a process of its own is told to end while it writes. */
class InterruptedMasteringTest {
    /** An interrupt ends it alike, but a process that is started in the background of a script ignores that. */
    private static final int SIGTERM = 128 + 15;

    /** Long enough that a signal arrives before the output is whole. */
    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    private Path music;
    private Path masters;

    @BeforeEach
    void songs() throws IOException {
        music = Files.createDirectory(folder.resolve("music"));
        masters = Files.createDirectory(folder.resolve("masters"));
        RenderedSong.wav(music.resolve("one.wav"), 1, SECONDS);
        RenderedSong.wav(music.resolve("two.wav"), 2, SECONDS);
    }

    @Test
    void sigtermLeavesNothingOfABatch() throws Exception {
        terminate(startAndAwaitWriting(music.toString(), "--output-dir", masters.toString()));
    }

    @Test
    void sigtermLeavesNothingOfATrack() throws Exception {
        String output = masters.resolve("one.flac").toString();
        terminate(startAndAwaitWriting(music.resolve("one.wav").toString(), "--output", output));
    }

    @Test
    void aTrackAlsoClearsAwayWhatAKilledProcessLeftInItsFolder() throws Exception {
        Process killed = startAndAwaitWriting(music.toString(), "--output-dir", masters.toString());
        killed.destroyForcibly().waitFor();
        assertThat(inMasters()).as("a kill lets nothing be deleted").isNotEmpty();
        Path song = RenderedSong.wav(folder.resolve("song.wav"), 3, 4);
        Path output = masters.resolve("song.flac");
        CommandRun run =
                CommandRun.of(folder.resolve("home"), "master", song.toString(), "--output", output.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(inMasters()).containsExactly(output);
    }

    private Process startAndAwaitWriting(String... arguments) throws Exception {
        try (WatchService watch = masters.getFileSystem().newWatchService()) {
            masters.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Process process = AgentProcess.start(
                    folder.resolve("home"),
                    Map.of(),
                    Stream.concat(Stream.of("master"), Stream.of(arguments)).toArray(String[]::new));
            assertThat(watch.poll(2, TimeUnit.MINUTES)).as("it begins to write").isNotNull();
            return process;
        }
    }

    private void terminate(Process process) throws Exception {
        // Process.destroy would close what it says.
        process.toHandle().destroy();
        String said = AgentProcess.output(process);
        assertThat(process.waitFor()).as(said).isEqualTo(SIGTERM);
        assertThat(said).as("no failure is told").isEmpty();
        assertThat(inMasters()).isEmpty();
    }

    private List<Path> inMasters() throws IOException {
        try (Stream<Path> files = Files.list(masters)) {
            return files.toList();
        }
    }
}
