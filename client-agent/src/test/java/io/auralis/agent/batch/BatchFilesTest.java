package io.auralis.agent.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFilesTest {
    @TempDir
    Path folder;

    private Path music;
    private Path elsewhere;
    private Path masters;

    @BeforeEach
    void folders() throws IOException {
        music = Files.createDirectory(folder.resolve("music"));
        elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        masters = folder.resolve("masters");
    }

    /** From the folder of music to each track that is found. */
    private List<String> found() {
        return BatchFiles.of(List.of(music), masters, name -> name).stream()
                .map(item -> music.relativize(item.input()).toString())
                .toList();
    }

    private static Path song(Path file) throws IOException {
        return Files.writeString(file, "a song");
    }

    @Test
    void linksToSongsAndFoldersAreFollowed() throws IOException {
        Files.createSymbolicLink(music.resolve("a link.flac"), song(elsewhere.resolve("song.flac")));
        Path album = Files.createDirectory(elsewhere.resolve("album"));
        song(album.resolve("one.flac"));
        Files.createSymbolicLink(music.resolve("disc"), album);
        assertThat(found()).containsExactly("a link.flac", "disc/one.flac");
        assertThat(BatchFiles.of(List.of(music), masters, name -> name).get(1))
                .isEqualTo(new BatchItem(
                        music.resolve("disc/one.flac"), masters.resolve("disc/one.flac"), Path.of("disc")));
    }

    @Test
    void aLinkThatLeadsBackUpIsNotEntered() throws IOException {
        song(music.resolve("song.flac"));
        Path disc = Files.createDirectory(music.resolve("disc"));
        song(disc.resolve("one.flac"));
        Files.createSymbolicLink(disc.resolve("loop"), music);
        Files.createSymbolicLink(music.resolve("itself"), music.resolve("itself"));
        assertThat(found()).containsExactly("disc/one.flac", "song.flac");
    }

    @Test
    void aFileIsOneTrackHoweverManyPathsLeadToIt() throws IOException {
        Path song = song(music.resolve("song.flac"));
        Files.createSymbolicLink(music.resolve("a link beside it.flac"), song);
        song(elsewhere.resolve("one.flac"));
        Files.createSymbolicLink(music.resolve("disc 1"), elsewhere);
        Files.createSymbolicLink(music.resolve("disc 2"), elsewhere);
        assertThat(found()).containsExactly("disc 1/one.flac", "song.flac");
    }

    @Test
    void theMusicItselfMayBeALink() throws IOException {
        song(elsewhere.resolve("song.flac"));
        Files.createSymbolicLink(elsewhere.resolve("a link.flac"), elsewhere.resolve("song.flac"));
        Files.delete(music);
        Files.createSymbolicLink(music, elsewhere);
        assertThat(found()).containsExactly("song.flac");
    }

    @Test
    void aLinkThatLeadsNowhereIsATrackSoThatItIsMissed() throws IOException {
        Files.createSymbolicLink(music.resolve("gone.flac"), elsewhere.resolve("gone.flac"));
        assertThat(found()).containsExactly("gone.flac");
    }

    @Test
    void theFolderOfMastersIsLeftOutAlsoBehindALink() throws IOException {
        song(music.resolve("song.flac"));
        song(Files.createDirectory(masters).resolve("mastered elsewhere.flac"));
        Files.createSymbolicLink(music.resolve("mine"), masters);
        assertThat(found()).containsExactly("song.flac");
    }
}
