package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.media.MediaFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch as a process of its own is killed at random moments (SIGKILL) and taken up again. The profile long-checks does
 * it 50 times; docs/development.md has the command.
 */
class KilledBatchTest {
    private static final long SEED = 20_260_611;
    private static final int KILLS = Boolean.getBoolean("auralis.long-checks") ? 50 : 3;
    private static final int TRACKS = 4;
    private static final long FRAMES = 8 * 44_100;

    @TempDir
    Path folder;

    @Test
    void noKillLeavesHalfAnOutputAndTheBatchIsTakenUpAgain() throws Exception {
        Path music = Files.createDirectory(folder.resolve("music"));
        for (int track = 0; track < TRACKS; track++) {
            RenderedSong.wav(music.resolve("track " + track + ".wav"));
        }
        long wholeMillis = completed();
        System.out.println("KilledBatchTest: seed " + SEED + ", " + KILLS + " kills within " + wholeMillis + " ms");
        clear(folder.resolve("masters"));
        SplittableRandom random = new SplittableRandom(SEED);
        int killed = 0;
        int partial = 0;
        while (killed < KILLS) {
            Process process = start();
            if (process.waitFor(random.nextLong(wholeMillis), TimeUnit.MILLISECONDS)) {
                // Done in time: the next kill needs a batch to hit.
                assertThat(process.exitValue()).as(output(process)).isZero();
                clear(folder.resolve("masters"));
                continue;
            }
            process.destroyForcibly().waitFor();
            killed++;
            List<Path> visible = masters();
            visible.forEach(KilledBatchTest::assertWhole);
            partial += visible.isEmpty() || visible.size() == TRACKS ? 0 : 1;
        }
        completed();
        assertThat(masters()).hasSize(TRACKS).allSatisfy(KilledBatchTest::assertWhole);
        try (Stream<Path> all = Files.list(folder.resolve("masters"))) {
            assertThat(all).as("nothing unfinished is left").hasSize(TRACKS);
        }
        System.out.println("KilledBatchTest: " + partial + " kills hit a batch of which a part was done");
    }

    private long completed() throws Exception {
        long start = System.nanoTime();
        Process process = start();
        String said = output(process);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(" 0 failed.");
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Auralis.class.getName(),
                "master",
                folder.resolve("music").toString(),
                "--output-dir",
                folder.resolve("masters").toString());
        builder.environment().put("AURALIS_HOME", folder.resolve("home").toString());
        builder.redirectErrorStream(true);
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What the listener sees: every file that is not hidden. */
    private List<Path> masters() throws IOException {
        if (!Files.isDirectory(folder.resolve("masters"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("masters"))) {
            return new ArrayList<>(
                    files.filter(file -> !file.getFileName().toString().startsWith("."))
                            .sorted()
                            .toList());
        }
    }

    private static void clear(Path masters) throws IOException {
        try (Stream<Path> files = Files.list(masters)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static void assertWhole(Path file) {
        long frames = 0;
        try (AudioSource source = MediaFile.of(file).open()) {
            AudioBlock block = new AudioBlock(source.format().channels(), 4_096);
            while (source.read(block)) {
                frames += block.frames();
            }
        }
        assertThat(frames).as(file.toString()).isEqualTo(FRAMES);
    }
}
