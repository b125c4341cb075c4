package io.auralis.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    @TempDir
    Path music;

    @Test
    void takesTheFirstThreeSongsByName() throws Exception {
        for (String name : new String[] {"d.opus", "b.MP3", "cover.jpg", "a.flac", "c.wav"}) {
            Files.createFile(music.resolve(name));
        }
        Files.createDirectory(music.resolve("0.flac"));
        assertThat(DemoFolder.songs(music))
                .extracting(song -> song.getFileName().toString())
                .containsExactly("a.flac", "b.MP3", "c.wav");
    }

    @Test
    void refusesAFolderWithoutSongs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DemoFolder.songs(music))
                .withMessageContaining("There is no FLAC");
    }

    @Test
    void keepsEveryHomeWithinItself() {
        DemoFolder folder = new DemoFolder(Path.of("/tmp/demo"));
        assertThat(folder.environment(Path.of("/jdk")))
                .containsEntry("AURALIS_HOME", "/tmp/demo/listener")
                .containsEntry("AURALIS_COMMUNITY_HOME", "/tmp/demo/community");
        assertThat(folder.master(Path.of("/else/where/Song.flac"), 2))
                .hasToString("/tmp/demo/music/Song (master 2).flac");
    }
}
