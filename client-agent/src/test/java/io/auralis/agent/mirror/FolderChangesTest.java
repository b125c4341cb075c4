package io.auralis.agent.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChangesTest {
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void what_happens_in_a_folder_that_came_later_is_told_too() throws IOException {
        try (FolderChanges changes = new FolderChanges(folder)) {
            Path later = Files.createDirectory(folder.resolve("later"));
            assertToldSoon(changes);
            Files.writeString(later.resolve("song.flac"), "a song");
            assertToldSoon(changes);
            Files.delete(later.resolve("song.flac"));
            assertToldSoon(changes);
        }
    }

    @Test
    void what_happens_in_a_folder_that_a_link_leads_to_is_told_too() throws IOException {
        Path watched = Files.createDirectory(folder.resolve("watched"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(watched.resolve("link"), elsewhere);
        Files.createSymbolicLink(watched.resolve("loop"), folder);
        try (FolderChanges changes = new FolderChanges(watched)) {
            Files.writeString(elsewhere.resolve("song.flac"), "a song");
            assertToldSoon(changes);
        }
    }

    private static void assertToldSoon(FolderChanges changes) {
        long before = System.nanoTime();
        assertThat(changes.await(LONG)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG);
    }
}
