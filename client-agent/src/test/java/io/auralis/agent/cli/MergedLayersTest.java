package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.basemodel.RecordingType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A listener with two machines. */
class MergedLayersTest {
    @TempDir
    Path folder;

    private RatedHome desk;
    private RatedHome laptop;
    private Path onLaptop;
    private int archives;

    @BeforeEach
    void rate() throws IOException {
        desk = new RatedHome(Files.createDirectory(folder.resolve("desk")));
        laptop = new RatedHome(Files.createDirectory(folder.resolve("laptop")));
        desk.rate(6, desk.mastered("desk.flac", RecordingType.STUDIO), 3, "more bass");
        onLaptop = laptop.mastered("laptop.flac", RecordingType.STUDIO);
        laptop.rate(6, onLaptop, 3, "more bass");
    }

    private JsonNode merge(RatedHome from, RatedHome into) {
        Path archive = folder.resolve("layer-" + archives++ + ".zip");
        from.ok("export-personal", archive.toString());
        return into.ok("import-personal", archive.toString(), "--merge", "--json")
                .json();
    }

    private static List<Rating> ratings(RatedHome home) {
        return new FeedbackStore(new AuralisHome(home.home)).all();
    }

    private static void assertMerged(JsonNode merged, int added, int corrected, int known) {
        assertThat(List.of(
                        merged.get("added").asInt(),
                        merged.get("corrected").asInt(),
                        merged.get("known").asInt()))
                .containsExactly(added, corrected, known);
    }

    @Test
    void each_rating_counts_once_however_often_and_whichever_way_it_is_merged() {
        JsonNode first = merge(laptop, desk);
        assertMerged(first, 6, 0, 0);
        assertThat(first.get("jobs").asInt()).isEqualTo(1);
        assertThat(first.get("versions").get(0).asText()).contains("bass +0.3 dB");
        assertMerged(merge(laptop, desk), 0, 0, 6);
        assertMerged(merge(desk, laptop), 6, 0, 6);
        assertMerged(merge(laptop, desk), 0, 0, 12);
        assertThat(ratings(desk)).hasSize(12);
        assertThat(ratings(laptop)).hasSize(12);
        assertThat(ratings(desk).stream().map(Rating::number)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_later_correction_is_taken_over_and_an_earlier_state_is_not() {
        merge(laptop, desk);
        JsonNode before = laptopsState();
        laptop.rate(onLaptop, 1, "less bass", "--replace");
        assertMerged(merge(laptop, desk), 0, 1, 5);
        assertThat(ratings(desk))
                .hasSize(12)
                .anyMatch(rating -> rating.comment().equals("less bass"));
        assertMerged(merge(desk, laptop), 6, 0, 6);
        assertThat(before).isNotEqualTo(laptopsState());
    }

    private JsonNode laptopsState() {
        return laptop.ok("analyze-feedback", "--json").json();
    }

    @Test
    void what_came_from_another_machine_is_shared_by_that_one_alone() {
        merge(laptop, desk);
        List<Integer> counted = new ArrayList<>();
        for (RatedHome home : List.of(desk, laptop)) {
            JsonNode report = home.ok("export-feedback", "--anonymized").json().get(0);
            int ratings = 0;
            for (JsonNode stars : report.get("ratings")) {
                ratings += stars.asInt();
            }
            counted.add(ratings);
        }
        assertThat(counted).containsExactly(6, 6);
    }

    @Test
    void a_damaged_archive_merges_nothing() throws IOException {
        Path archive = folder.resolve("damaged.zip");
        laptop.ok("export-personal", archive.toString());
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
        CommandRun run = desk.run("import-personal", archive.toString(), "--merge");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ratings(desk)).hasSize(6);
        assertThat(desk.home.resolve("personal.import")).doesNotExist();
    }
}
