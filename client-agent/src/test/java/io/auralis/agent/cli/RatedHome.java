package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.history.Job;
import io.auralis.agent.history.JobHistory;
import io.auralis.agent.history.Jobs;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.TasteDimension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A home with tracks that can be rated: their jobs are written down as a mastering would, without the listening. */
final class RatedHome {
    final Path home;
    final Path music;
    final MovedClock clock = new MovedClock(Instant.parse("2026-11-17T10:00:00Z"));

    RatedHome(Path folder) throws IOException {
        home = folder.resolve("home");
        music = Files.createDirectories(folder.resolve("music"));
    }

    CommandRun run(String... arguments) {
        return CommandRun.of(home, clock, arguments);
    }

    /** As {@link #run}, and it must end well. */
    CommandRun ok(String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.code()).as("%s: %s", List.of(arguments), run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return run;
    }

    /** A file that counts as mastered, with what the personal layer would have added now. */
    Path mastered(String name, RecordingType type) throws IOException {
        Path track = music.resolve(name);
        Files.writeString(track, "source " + name);
        AuralisHome auralis = new AuralisHome(home);
        PersonalLayer layer = new PersonalLayer(auralis, clock, new ModelStore(auralis));
        Map<TasteDimension, Double> personal = new HashMap<>();
        layer.partsFor(type).forEach((dimension, part) -> personal.put(dimension, part.delta()));
        Job job = Jobs.of(name, clock.instant(), type, layer.current().version(), personal);
        assertThat(job.sourceSha256()).isEqualTo(Sha256.hex(Files.readAllBytes(track)));
        new JobHistory(auralis).record(job);
        return track;
    }

    CommandRun rate(Path track, int stars, String comment, String... more) {
        clock.move(1);
        List<String> arguments = new ArrayList<>(List.of(
                "rate-track", track.toString(), "--rating", String.valueOf(stars), "--comment", comment, "--json"));
        arguments.addAll(Arrays.asList(more));
        return ok(arguments.toArray(String[]::new));
    }

    void rate(int times, Path track, int stars, String comment) {
        for (int i = 0; i < times; i++) {
            rate(track, stars, comment);
        }
    }

    /** The files under the home that hold a text anywhere: plain, or in a Git object. */
    List<Path> holding(String text) throws IOException {
        List<Path> holding = new ArrayList<>();
        try (var files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String content = new String(bytes, StandardCharsets.ISO_8859_1)
                        + new String(Inflated.of(bytes), StandardCharsets.ISO_8859_1)
                        + file.getFileName();
                if (content.contains(text)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }
}
