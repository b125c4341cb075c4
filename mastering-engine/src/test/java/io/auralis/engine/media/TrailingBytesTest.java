package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What taggers and downloads put behind the music is not heard, and no reason to refuse it. */
class TrailingBytesTest {
    @TempDir
    Path folder;

    private enum Trailer {
        /** id3.org, ID3v1. */
        ID3V1(padded("TAGSome words", 128)),
        /** id3.org, Lyrics3 v2.00, before an ID3v1 tag. */
        LYRICS3(text("LYRICSBEGININD0000200LYR00020la la la la la la l000048LYRICS200"), padded("TAGSome words", 128)),
        /** APEv2 with one item, of header and footer. */
        APE(apeEdge(0xa0000000), apeItem(), apeEdge(0x80000000)),
        PADDING(new byte[5_000]);

        private final byte[] bytes;

        Trailer(byte[]... parts) {
            this.bytes = joined(parts);
        }
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] padded(String words, int length) {
        return Arrays.copyOf(text(words), length);
    }

    private static byte[] apeItem() {
        return ByteBuffer.allocate(8 + 16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(10)
                .putInt(0)
                .put(text("Title\0Some words"))
                .array();
    }

    private static byte[] apeEdge(int flags) {
        return ByteBuffer.allocate(32)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(text("APETAGEX"))
                .putInt(2_000)
                .putInt(apeItem().length + 32)
                .putInt(1)
                .putInt(flags)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private Path with(Path song, byte[]... parts) throws IOException {
        byte[][] all = new byte[parts.length + 1][];
        all[0] = Files.readAllBytes(song);
        System.arraycopy(parts, 0, all, 1, parts.length);
        return Files.write(folder.resolve("with " + song.getFileName()), joined(all));
    }

    @ParameterizedTest
    @EnumSource(Trailer.class)
    void aFlacIsWhatItIsWithoutThem(Trailer trailer) throws IOException {
        Path song = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 2));
        assertThat(Arrays.deepEquals(Samples.of(with(song, trailer.bytes)), Samples.of(song)))
                .isTrue();
    }

    /** Where the length of the file is not what it says, FFmpeg leaves the coder's own padding on: part of a frame. */
    @ParameterizedTest
    @EnumSource(Trailer.class)
    void anMp3IsWhatItIsWithoutThem(Trailer trailer) throws IOException {
        Path song = Encoding.MP3.write(folder, "song", Samples.music(44_100, 2));
        double[][] alone = Samples.of(song);
        double[][] behind = Samples.of(with(song, trailer.bytes));
        for (int channel = 0; channel < alone.length; channel++) {
            int frames = alone[channel].length;
            assertThat(behind[channel].length - frames).isBetween(0, 1_152);
            assertThat(Arrays.equals(behind[channel], 0, frames, alone[channel], 0, frames))
                    .isTrue();
        }
    }

    /** Then something else is missing, or two songs were glued together. */
    @ParameterizedTest
    @EnumSource(Trailer.class)
    void inTheMidstOfAnMp3TheyAreDamage(Trailer trailer) throws IOException {
        Path song = Encoding.MP3.write(folder, "song", Samples.music(44_100, 2));
        Path glued = with(song, trailer.bytes, trailer.bytes, Files.readAllBytes(song));
        assertThatThrownBy(() -> Samples.of(glued))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining(" is damaged: it cannot be decoded to its end.");
    }

    @ParameterizedTest
    @EnumSource(Trailer.class)
    void aTruncatedFlacIsRefusedWhateverFollows(Trailer trailer) throws IOException {
        Path song = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 2));
        byte[] whole = Files.readAllBytes(song);
        Files.write(song, Arrays.copyOf(whole, whole.length - 2_000));
        Path file = with(song, trailer.bytes);
        assertThatThrownBy(() -> Samples.of(file)).isInstanceOf(MediaException.class);
    }
}
