package io.auralis.agent.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.batch.BatchItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest {
    private static final Duration SETTLE = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private final Arrivals arrivals = new Arrivals(SETTLE);
    private Path file;
    private List<BatchItem> items;

    @BeforeEach
    void arrives() throws IOException {
        file = Files.writeString(folder.resolve("song.wav"), "begin");
        items = List.of(new BatchItem(file, folder.resolve("master.flac"), Path.of("")));
    }

    private boolean ready(double seconds) {
        return !arrivals.ready(items, (long) (seconds * 1e9)).isEmpty();
    }

    private void grow() throws IOException {
        Files.writeString(file, " and more", StandardOpenOption.APPEND);
    }

    @Test
    void a_file_that_still_grows_is_waited_for() throws IOException {
        assertThat(ready(0)).isFalse();
        grow();
        assertThat(ready(2)).isFalse();
        assertThat(ready(3.9)).isFalse();
        assertThat(arrivals.waits(items)).isTrue();
        assertThat(ready(4)).isTrue();
        assertThat(arrivals.waits(items)).isFalse();
    }

    @Test
    void a_file_is_given_once_until_it_changes_or_is_asked_for_again() throws IOException {
        ready(0);
        assertThat(ready(2)).isTrue();
        assertThat(ready(9)).isFalse();
        grow();
        assertThat(ready(10)).isFalse();
        assertThat(ready(12)).isTrue();
        arrivals.again(file);
        assertThat(ready(13)).isTrue();
    }

    @Test
    void a_file_that_went_away_is_not_waited_for() throws IOException {
        ready(0);
        Files.delete(file);
        assertThat(ready(2)).isFalse();
        assertThat(arrivals.waits(items)).isFalse();
    }
}
