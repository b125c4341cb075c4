package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSink;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WrittenTagsTest {
    /** One of each meaning, as FLAC names them: the names that most music comes with. */
    private static final List<Tag> TAGS = List.of(
            new Tag("TITLE", "Ünïcode – 歌"),
            new Tag("ARTIST", "One"),
            new Tag("ALBUM", "Record"),
            new Tag("ALBUMARTIST", "Various"),
            new Tag("COMPOSER", "Nobody"),
            new Tag("GENRE", "Doom Metal"),
            new Tag("TRACKNUMBER", "3/12"),
            new Tag("DISCNUMBER", "1/2"),
            new Tag("DATE", "2026-11-25"),
            new Tag("ISRC", "DEA123456789"),
            new Tag("PUBLISHER", "A Label"),
            new Tag("COPYRIGHT", "2026 A Label"),
            new Tag("COMMENT", "two\nlines"),
            new Tag("BPM", "172"),
            new Tag("MUSICBRAINZ_TRACKID", "0f1e2d3c"),
            new Tag("My own tag", "kept, letter for letter"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void everyTagAndTheCoverSurvive(OutputFormat format) {
        CoverPicture cover = new CoverPicture(avcodec.AV_CODEC_ID_PNG, 16, 16, Pictures.png());

        Path file = write(format, TAGS, Optional.of(cover));

        assertThat(meanings(tags(file))).isEqualTo(meanings(TAGS));
        assertThat(MediaFile.of(file).info().cover())
                .hasValueSatisfying(kept -> assertThat(kept.bytes()).isEqualTo(Pictures.png()));
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void aFileWithoutTagsOrCoverGetsNone(OutputFormat format) {
        Path file = write(format, List.of(), Optional.empty());

        assertThat(tags(file)).isEmpty();
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

        String expected =
                name + new String(java.util.HexFormat.of().parseHex(hexAfterName), StandardCharsets.ISO_8859_1);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"TRACKNUMBER, A1", "TRACKNUMBER, 123456", "DISCNUMBER, one", "BPM, 171.5", "BPM, 3/4"})
    void aNumberThatMp4HasNoRoomForIsKeptAsText(String name, String value) {
        Tag tag = new Tag(name, value);

        assertThat(tags(write(OutputFormat.ALAC, List.of(tag), Optional.empty())))
                .containsExactly(tag);
    }

    @ParameterizedTest
    @CsvSource({"x, x__", "TAG, TAG__", "Grüße, Gr__e"})
    void aNameThatIsNoApeKeyIsMadeOne(String name, String key) {
        Tag tag = new Tag(name, "kept");

        assertThat(tags(write(OutputFormat.WAVPACK, List.of(tag), Optional.empty())))
                .containsExactly(new Tag(key, "kept"));
    }

    @Test
    void aTagLargerThanAnyFixedBufferSurvives() {
        Tag lyrics = new Tag("LYRICS", "la ".repeat(100_000));

        for (OutputFormat format : OutputFormat.values()) {
            assertThat(tags(write(format, List.of(lyrics), Optional.empty())))
                    .as(format.toString())
                    .hasSize(1)
                    .allSatisfy(tag -> assertThat(tag.value()).isEqualTo(lyrics.value()));
        }
    }

    /** Without the version of the encoder, which every MP3 file has in its first frame. */
    private static List<Tag> tags(Path file) {
        return MediaFile.of(file).info().tags().stream()
                .filter(tag -> !tag.describesSamples())
                .toList();
    }

    /** Values by meaning, since each tag system has its own names. */
    private static Map<String, String> meanings(List<Tag> tags) {
        Map<String, String> meanings = new HashMap<>();
        tags.forEach(tag ->
                meanings.put(TagField.of(tag.name()).map(TagField::toString).orElse(tag.name()), tag.value()));
        return meanings;
    }

    private Path write(OutputFormat format, List<Tag> tags, Optional<CoverPicture> cover) {
        MemoryTrack track = Samples.music(48_000, 0.1);
        Path file = folder.resolve("out." + format.extension());
        OutputSpec spec = new OutputSpec(format, track.format(), 16, 0, tags, cover);
        try (AudioSink sink = MediaWriter.open(file, spec);
                AudioSource source = track.open()) {
            AudioBlock block = new AudioBlock(2, 1_000);
            while (source.read(block)) {
                sink.write(block);
            }
            sink.finish();
        }
        return file;
    }
}
