package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.library.Library;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scan as a process of its own is killed at random moments (SIGKILL) and taken up again. */
class KilledScanTest {
    private static final long SEED = 20_261_127;
    private static final int TRACKS = 8;

    @TempDir
    Path folder;

    private Path music;

    @Test
    void aKillCostsTheTrackInProgressAndNoOther() throws Exception {
        kill(3);
    }

    @Test
    @Tag("long")
    void fortyKillsCostTheTrackInProgressAndNoOther() throws Exception {
        kill(40);
    }

    private void kill(int kills) throws Exception {
        songs();
        long start = System.nanoTime();
        assertThat(completed().get("heard").asInt()).isEqualTo(TRACKS);
        long wholeMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        System.out.println("KilledScanTest: seed " + SEED + ", " + kills + " kills within " + wholeMillis + " ms");
        SplittableRandom random = new SplittableRandom(SEED);
        int partial = 0;
        int before = 0;
        forget();
        for (int killed = 0; killed < kills; ) {
            Process process = start(folder.resolve("home"));
            boolean done = process.waitFor(random.nextLong(wholeMillis), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            List<String> stored = stored();
            assertThat(stored)
                    .as("one at a time, so the store holds the first ones, without a gap")
                    .isEqualTo(tracks().subList(0, stored.size()));
            assertThat(stored.size()).as("none that was stored is lost").isGreaterThanOrEqualTo(before);
            before = stored.size();
            if (done || before == TRACKS) {
                // Nothing is left to hit.
                forget();
                before = 0;
                continue;
            }
            killed++;
            partial += before > 0 ? 1 : 0;
        }
        JsonNode last = completed();
        assertThat(last.get("heard").asInt()).isEqualTo(TRACKS - before);
        assertThat(last.get("unchanged").asInt()).isEqualTo(before);
        assertThat(stored()).isEqualTo(tracks());
        System.out.println("KilledScanTest: " + partial + " kills hit a scan of which a part was done");
    }

    @Test
    void twoScansAtOnceBothFinishAndTheStoreHoldsEachTrackOnce() throws Exception {
        songs();
        Process one = start(folder.resolve("home"));
        Process other = start(folder.resolve("home"));
        String first = output(one);
        String second = output(other);
        assertThat(one.waitFor()).as(first).isZero();
        assertThat(other.waitFor()).as(second).isZero();
        assertThat(stored()).isEqualTo(tracks());
    }

    private void songs() throws IOException {
        music = Files.createDirectory(folder.resolve("music")).toRealPath();
        for (int track = 0; track < TRACKS; track++) {
            RenderedSong.wav(music.resolve("track " + track + ".wav"), track, 6);
        }
    }

    private List<String> tracks() throws IOException {
        try (Stream<Path> files = Files.list(music)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private List<String> stored() {
        try (Library library = Library.open(new AuralisHome(folder.resolve("home")))) {
            library.check();
            List<String> paths = new ArrayList<>();
            library.tracks().forEach(track -> paths.add(track.path()));
            assertThat(library.fingerprints().size()).isEqualTo(paths.size());
            return paths;
        }
    }

    private void forget() {
        try (Library library = Library.open(new AuralisHome(folder.resolve("home")))) {
            library.forget(library.pathsUnder(music));
        }
    }

    private JsonNode completed() throws Exception {
        Process process = start(folder.resolve("home"));
        String said = output(process);
        assertThat(process.waitFor()).as(said).isZero();
        return Json.read(said.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    private Process start(Path home) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Auralis.class.getName(),
                "library",
                "scan",
                music.toString(),
                "--jobs",
                "1",
                "--json");
        builder.environment().put("AURALIS_HOME", home.toString());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
