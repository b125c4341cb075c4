package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.engine.audio.MemoryTrack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BadInputTest {
    @TempDir
    Path folder;

    @Test
    void aMissingFileIsNamed() {
        assertRefused(() -> MediaFile.of(folder.resolve("gone.flac")), "gone.flac does not exist.");
    }

    @Test
    void aFolderIsNoAudio() {
        assertRefused(() -> MediaFile.of(folder), "is a folder");
    }

    @Test
    void samplesThatCannotBeAudioAreRefused() {
        double[] samples = MemoryTrack.tone(44_100, 1, 440, -20);
        samples[20_000] = 1e30;
        Path file = Encoding.WAV_FLOAT.write(folder, "huge", new MemoryTrack(44_100, samples));

        assertRefused(() -> Samples.of(file), "huge.wav holds samples over a million times full scale");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.flac"));

        assertRefused(() -> MediaFile.of(file), "empty.flac is empty.");
    }

    @Test
    void textUnderAnAudioNameIsRefused() throws IOException {
        Path file = folder.resolve("lyrics.flac");
        Files.writeString(file, "These are words, not music.\n".repeat(2_000));

        assertRefused(() -> Samples.of(file), "lyrics.flac");
    }

    @Test
    void shortTextUnderAnAudioNameIsRefused() throws IOException {
        Path file = folder.resolve("lyrics.mp3");
        Files.writeString(file, "la la la");

        assertRefused(() -> Samples.of(file), "lyrics.mp3");
    }

    @Test
    void aPictureIsRefused() throws IOException {
        Path file = folder.resolve("cover.flac");
        Files.write(file, Pictures.png());

        assertRefused(() -> Samples.of(file), "cover.flac");
    }

    @Test
    void aFilmWithoutSoundIsRefused() {
        Path file = Pictures.film(folder.resolve("film.m4a"));

        assertRefused(() -> MediaFile.of(file), "film.m4a holds no audio that can be decoded.");
    }

    @Test
    void aLosslessCopyThatKeptTheGaplessTagOfItsSourceCountsItsOwnSamples() {
        List<Tag> stale = List.of(new Tag("iTunSMPB", " 00000000 00000840 000001CA 0000000000000064"));
        Path file = Encoding.FLAC.write(folder, "copy", Samples.music(44_100, 1), stale);

        assertThat(Samples.of(file)[0].length).isEqualTo(44_100);
    }

    @Test
    void aPlaylistCannotMakeUsReadOtherFiles() throws IOException {
        Path song = Encoding.WAV.write(folder, "song", Samples.music(44_100, 1));
        Path list = folder.resolve("list.wav");
        Files.writeString(list, "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n" + song + "\n#EXT-X-ENDLIST\n");

        assertRefused(() -> Samples.of(list), "list.wav");
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"FLAC", "FLAC_24", "WAV", "WAV_24", "WAV_FLOAT", "AIFF", "ALAC", "AAC", "MP3"})
    void aTruncatedFileIsRefusedNotShortened(Encoding encoding) throws IOException {
        Path file = encoding.write(folder, "song", Samples.music(encoding.sampleRateHz(), 5));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 6 / 10));

        assertRefused(() -> Samples.of(file), "song.");
    }

    @Test
    void aFlacCutWithinItsLastFrameIsRefused() throws IOException {
        Path file = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 2));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 3));

        assertRefused(() -> Samples.of(file), "song.flac");
    }

    @Test
    void aFlippedByteInAFlacIsFound() throws IOException {
        Path file = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 2));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x10;
        Files.write(file, bytes);

        assertRefused(() -> Samples.of(file), "song.flac");
    }

    @Test
    void samplesThatAreNoNumbersAreRefused() {
        double[] samples = new double[2_000];
        samples[1_500] = Double.NaN;
        Path file = Encoding.WAV_FLOAT.write(folder, "nan", new MemoryTrack(44_100, samples));

        assertRefused(() -> Samples.of(file), "nan.wav holds samples that are no numbers");
    }

    @Test
    void moreThanEightChannelsAreRefused() {
        double[][] channels = new double[10][1_000];
        Path file = folder.resolve("many.wav");
        writeWav(file, channels.length, 44_100, 1_000);

        assertRefused(() -> MediaFile.of(file), "many.wav has 10 channels; 1 to 8 can be mastered.");
    }

    @Test
    void aSampleRateBeyondHearingsNeedsIsRefused() {
        Path file = folder.resolve("slow.wav");
        writeWav(file, 1, 4_000, 1_000);

        assertRefused(() -> MediaFile.of(file), "slow.wav has a sample rate of 4000 Hz");
    }

    @Test
    void aFileWithoutASampleIsRefused() {
        Path file = folder.resolve("none.wav");
        writeWav(file, 1, 44_100, 0);

        assertRefused(() -> Samples.of(file), "none.wav");
    }

    /** A plain 16-bit RIFF file of silence (Multimedia Programming Interface and Data Specifications 1.0). */
    private static void writeWav(Path file, int channels, int sampleRateHz, int frames) {
        int data = frames * channels * 2;
        java.nio.ByteBuffer bytes = java.nio.ByteBuffer.allocate(44 + data).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) channels).putInt(sampleRateHz);
        bytes.putInt(sampleRateHz * channels * 2)
                .putShort((short) (channels * 2))
                .putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data);
        try {
            Files.write(file, bytes.array());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void assertRefused(ThrowingCallable reading, String words) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(MediaException.class, refused -> {
            assertThat(refused.kind()).isEqualTo(MediaException.Kind.BAD_INPUT);
            assertThat(refused.getMessage()).contains(words).endsWith(".").doesNotContain("\n");
        });
    }
}
