package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WrittenTagsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void everyTagAndTheCoverSurvive(OutputFormat format) {
        Path file = write(format, TaggedFile.TAGS, Optional.of(TaggedFile.cover()));

        assertThat(TaggedFile.meanings(TaggedFile.tags(file))).isEqualTo(TaggedFile.meanings(TaggedFile.TAGS));
        assertThat(MediaFile.of(file).info().cover())
                .hasValueSatisfying(kept -> assertThat(kept.bytes()).isEqualTo(Pictures.png()));
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void aFileWithoutTagsOrCoverGetsNone(OutputFormat format) {
        Path file = write(format, List.of(), Optional.empty());

        assertThat(TaggedFile.tags(file)).isEmpty();
        assertThat(MediaFile.of(file).info().cover()).isEmpty();
    }

    /** Read from the bytes: FFmpeg shows the first value only. */
    @ParameterizedTest
    @CsvSource({
        "WAV, TPE1, 000000080000034f6e650054776f",
        "AIFF, TPE1, 000000080000034f6e650054776f",
        "WAVPACK, Artist, 004f6e650054776f",
        "ALAC, ©ART, 000000136461746100000001000000004f6e65000000136461746100000001000000005477" + "6f"
    })
    void bothOfTwoArtistsAreWritten(OutputFormat format, String name, String hexAfterName) throws IOException {
        List<Tag> tags = List.of(new Tag("artist", "One"), new Tag("artist", "Two"));

        byte[] file = Files.readAllBytes(write(format, tags, Optional.empty()));

        String expected = name + new String(HexFormat.of().parseHex(hexAfterName), StandardCharsets.ISO_8859_1);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"TRACKNUMBER, A1", "TRACKNUMBER, 123456", "DISCNUMBER, one", "BPM, 171.5", "BPM, 3/4"})
    void aNumberThatMp4HasNoRoomForIsKeptAsText(String name, String value) {
        Tag tag = new Tag(name, value);

        assertThat(TaggedFile.tags(write(OutputFormat.ALAC, List.of(tag), Optional.empty())))
                .containsExactly(tag);
    }

    @ParameterizedTest
    @CsvSource({"x, x__", "TAG, TAG__", "Grüße, Gr__e"})
    void aNameThatIsNoApeKeyIsMadeOne(String name, String key) {
        Tag tag = new Tag(name, "kept");

        assertThat(TaggedFile.tags(write(OutputFormat.WAVPACK, List.of(tag), Optional.empty())))
                .containsExactly(new Tag(key, "kept"));
    }

    @Test
    void aTagLargerThanAnyFixedBufferSurvives() {
        Tag lyrics = new Tag("LYRICS", "la ".repeat(100_000));

        for (OutputFormat format : OutputFormat.values()) {
            assertThat(TaggedFile.tags(write(format, List.of(lyrics), Optional.empty())))
                    .as(format.toString())
                    .hasSize(1)
                    .allSatisfy(tag -> assertThat(tag.value()).isEqualTo(lyrics.value()));
        }
    }

    private Path write(OutputFormat format, List<Tag> tags, Optional<CoverPicture> cover) {
        return TaggedFile.write(folder, format, Samples.music(48_000, 0.1), tags, cover);
    }
}
