package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.batch.BatchJournal;
import io.auralis.agent.home.AuralisHome;
import io.auralis.engine.mastering.MasteringOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watching that goes on: what happens between two looks is scripted, and so is the time that passes. */
class WatchRunTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private long nanos;

    @FunctionalInterface
    private interface Step {
        void happens() throws IOException;
    }

    @Test
    void a_file_is_mastered_once_it_is_whole_and_a_drive_may_come_and_go() throws IOException {
        Path music = Files.createDirectory(folder.resolve("music"));
        Path masters = folder.resolve("masters");
        byte[] song = Files.readAllBytes(RenderedSong.wav(folder.resolve("song.wav"), 1, 4));
        Path arriving = music.resolve("arriving.wav");
        Path master = masters.resolve("arriving.flac");
        Deque<Step> script = new ArrayDeque<>();
        script.add(() -> Files.write(arriving, Arrays.copyOf(song, song.length / 3)));
        script.add(() -> {});
        script.add(() -> {
            assertThat(master).as("half a song").doesNotExist();
            Files.write(arriving, song);
        });
        script.add(() -> {});
        script.add(() -> {});
        script.add(() -> {
            assertThat(master).exists();
            Files.move(music, folder.resolve("unplugged"));
        });
        script.add(() -> {});
        script.add(() -> {
            assertThat(master).exists();
            Files.move(folder.resolve("unplugged"), music);
        });
        run(music, masters, script);
        assertThat(out.toString().lines())
                .containsExactly(
                        "Watching " + music + "; stop with Ctrl-C.", "Mastered: " + masters.resolve("arriving.flac"));
        assertThat(err.toString().lines())
                .as("said once")
                .containsExactly("auralis: note: " + music + " does not exist. It is looked at again.");
    }

    private void run(Path music, Path masters, Deque<Step> script) {
        AuralisHome home = new AuralisHome(folder.resolve("home"));
        Session session = new Session(
                home,
                Clock.systemUTC(),
                Map.of(),
                new BufferedReader(Reader.nullReader()),
                new PrintWriter(out),
                new PrintWriter(err),
                false);
        try (BatchJournal journal = new BatchJournal(home.batches(), "a watch")) {
            WatchRun run = new WatchRun(
                    session,
                    new WatchRun.Folders(music, masters, name -> name.replace(".wav", ".flac")),
                    new WatchRun.How(MasteringOptions.DEFAULT, true, 1, Duration.ofSeconds(2), () -> nanos),
                    journal,
                    false);
            run.run(most -> {
                Step next = script.poll();
                if (next == null) {
                    return false;
                }
                try {
                    next.happens();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                nanos += Math.min(most.toNanos(), Duration.ofMillis(1_500).toNanos());
                return true;
            });
        }
    }
}
