package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.basemodel.RecordingType;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes rate at once, and are killed (SIGKILL) at random moments; docs/development.md has the long form's command. */
class KilledRatingsTest {
    private static final long SEED = 20_261_128;

    /** A home of more ratings than that is only slower. */
    private static final int KILLS_PER_HOME = 50;

    /** By then a process that was just started has rated a few times. */
    private static final int LATEST_MILLIS = 700;

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<String> acknowledged = new ArrayList<>();

    @Test
    void everyAcknowledgedRatingIsThereOnce() throws Exception {
        kill(6);
    }

    @Test
    @Tag("long")
    void everyAcknowledgedRatingIsThereOnceAfterFiveHundredKills() throws Exception {
        kill(500);
    }

    private void kill(int kills) throws Exception {
        int all = 0;
        for (int done = 0; done < kills; done += KILLS_PER_HOME) {
            acknowledged.clear();
            RatedHome home = new RatedHome(Files.createDirectory(folder.resolve("home-" + done)));
            all += killInOneHome(home, Math.min(KILLS_PER_HOME, kills - done));
        }
        System.out.println("KilledRatingsTest: seed " + SEED + ", " + kills + " kills, " + all
                + " acknowledged ratings, none lost and none twice");
    }

    private int killInOneHome(RatedHome home, int kills) throws Exception {
        Path track = home.mastered("song.flac", RecordingType.STUDIO);
        List<Writer> writers = new ArrayList<>(List.of(start(home, track, "a0"), start(home, track, "b0")));
        for (int kill = 1; kill <= kills; kill++) {
            int hit = random.nextInt(2);
            Writer writer = writers.get(hit);
            writer.awaitFirst();
            writer.process.waitFor(random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS);
            acknowledged.addAll(writer.kill());
            writers.set(hit, start(home, track, (hit == 0 ? "a" : "b") + kill));
        }
        for (Writer writer : writers) {
            acknowledged.addAll(writer.kill());
        }
        home.rate(track, 5, "the last one");
        List<Rating> kept = new FeedbackStore(new AuralisHome(home.home)).all();
        List<String> comments = kept.stream().map(Rating::comment).toList();
        assertThat(comments).as("none twice").doesNotHaveDuplicates();
        assertThat(comments).as("none lost").containsAll(acknowledged);
        assertThat(comments.size() - acknowledged.size() - 1)
                .as("at most one per process was on the disk and not yet acknowledged")
                .isBetween(0, kills + 2);
        assertThat(kept.stream().map(Rating::number).toList())
                .as("in the order they were given")
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(home.ok("profile", "history").out()).contains("1.0: first version after 5 ratings");
        return acknowledged.size();
    }

    private static Writer start(RatedHome home, Path track, String prefix) throws IOException {
        return new Writer(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessRatings.class.getName(),
                        home.home.toString(),
                        track.toString(),
                        prefix)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static final class Writer {
        private final Process process;
        private final BufferedReader said;
        private final List<String> lines = new ArrayList<>();

        Writer(Process process) {
            this.process = process;
            this.said = process.inputReader();
        }

        void awaitFirst() throws IOException {
            if (lines.isEmpty()) {
                lines.add(String.valueOf(said.readLine()));
            }
        }

        /** What it was told is kept; a line that the kill cut off was not said. */
        List<String> kill() throws Exception {
            // By its handle: the process's own method would close what it said before it is read.
            process.toHandle().destroyForcibly();
            process.waitFor();
            said.lines().forEach(lines::add);
            assertThat(lines).noneMatch(line -> line.startsWith("failed"));
            return lines.stream().filter(line -> line.endsWith(" more bass")).toList();
        }
    }
}
