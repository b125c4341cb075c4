package io.auralis.agent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobHistoryTest {
    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");

    @TempDir
    Path folder;

    @Test
    void a_job_is_read_back_as_it_was_recorded() {
        JobHistory history = new JobHistory(new AuralisHome(folder));
        Job job = Jobs.of("Speed King.flac", NOW);
        history.record(job);
        assertThat(history.byId(job.id())).contains(job);
        assertThat(history.byId("none")).isEmpty();
    }

    @Test
    void a_file_is_found_by_the_bytes_of_its_source_or_its_output_newest_first() throws Exception {
        JobHistory history = new JobHistory(new AuralisHome(folder.resolve("home")));
        Job older = Jobs.of("a.flac", NOW);
        Job newer = Jobs.of("a.flac", NOW.plusSeconds(1));
        history.record(newer);
        history.record(older);
        history.record(Jobs.of("b.flac", NOW));
        Path source = Files.writeString(folder.resolve("renamed"), "source a.flac");
        Path output = Files.writeString(folder.resolve("mastered"), "output a.flac");
        Path other = Files.writeString(folder.resolve("other"), "never mastered");
        assertThat(history.find(source)).containsExactly(newer, older);
        assertThat(history.find(output)).containsExactly(newer, older);
        assertThat(history.find(other)).isEmpty();
    }

    @Test
    void a_missing_file_or_a_folder_is_bad_input() {
        JobHistory history = new JobHistory(new AuralisHome(folder));
        assertThatThrownBy(() -> history.find(folder.resolve("none.flac")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> history.find(folder)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_home_has_no_jobs_and_is_not_created_by_asking() {
        AuralisHome home = new AuralisHome(folder.resolve("home"));
        assertThat(new JobHistory(home).all()).isEmpty();
        assertThat(home.root()).doesNotExist();
    }

    @Test
    void a_damaged_job_is_named() throws Exception {
        AuralisHome home = new AuralisHome(folder);
        JobHistory history = new JobHistory(home);
        Files.createDirectories(home.history());
        Files.writeString(home.history().resolve("x-y-z.json"), "{\"id\":");
        assertThatThrownBy(history::all)
                .isInstanceOf(HomeException.class)
                .hasMessageContaining("x-y-z.json is damaged");
    }

    @Test
    void deleting_leaves_only_what_was_not_named() {
        JobHistory history = new JobHistory(new AuralisHome(folder));
        Job kept = Jobs.of("kept.flac", NOW);
        history.record(kept);
        history.record(Jobs.of("gone.flac", NOW));
        history.delete(job -> job.track().equals("gone.flac"));
        assertThat(history.all()).containsExactly(kept);
    }

    @Test
    void ids_sort_by_time_and_have_26_characters() {
        String early = JobId.next(NOW);
        String late = JobId.next(NOW.plusMillis(1));
        assertThat(early).hasSize(26).matches("[0-9a-z]+").isLessThan(late);
    }
}
