package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.MemoryTrack;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void everyFormatComesBackInItsOwnRateAndLength(Encoding encoding) {
        // A length that is no multiple of any codec's block.
        MemoryTrack track = Samples.music(encoding.sampleRateHz(), 3.0137);

        Path file = encoding.write(folder, "song", track);

        MediaFile opened = MediaFile.of(file);
        double[][] samples = Samples.of(opened);
        assertThat(opened.info().format()).isEqualTo(track.format());
        // FFmpeg's own Vorbis encoder pads its last block and does not say so; files by libvorbis end exactly.
        int padding = encoding == Encoding.VORBIS ? 64 : 0;
        assertThat(samples[0].length).isBetween(track.frames(), track.frames() + padding);
        double[][] original = Samples.of(track);
        if (encoding.lossless()) {
            assertThat(samples).isDeepEqualTo(original);
        } else {
            assertThat(Samples.rms(difference(samples, original)))
                    .as("a wrong offset would leave about as much as there was")
                    .isLessThan(0.2 * Samples.rms(original));
        }
    }

    private static double[][] difference(double[][] one, double[][] other) {
        double[][] difference = new double[other.length][other[0].length];
        for (int channel = 0; channel < one.length; channel++) {
            for (int i = 0; i < other[channel].length; i++) {
                difference[channel][i] = one[channel][i] - other[channel][i];
            }
        }
        return difference;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyNumberOfChannelsComesBack(int channels) {
        MemoryTrack track = Samples.music(48_000, channels, 0.5);

        assertThat(Samples.of(Encoding.FLAC.write(folder, "song", track))).isDeepEqualTo(Samples.of(track));
        assertThat(Samples.of(Encoding.WAV.write(folder, "song", track))).isDeepEqualTo(Samples.of(track));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 48_000, 88_200, 96_000, 192_000, 384_000})
    void everySampleRateComesBack(int sampleRateHz) {
        MemoryTrack track = Samples.music(sampleRateHz, 0.1);

        Path file = Encoding.FLAC.write(folder, "song", track);

        assertThat(MediaFile.of(file).info().format()).isEqualTo(track.format());
        assertThat(Samples.of(file)).isDeepEqualTo(Samples.of(track));
    }

    @Test
    void aFileOfOneSampleIsRead() {
        Path file = Encoding.FLAC.write(folder, "short", new MemoryTrack(44_100, new double[] {0.25}));

        assertThat(Samples.of(file)).isDeepEqualTo(new double[][] {{0.25}});
    }

    @Test
    void theBitDepthOfTheSourceIsKnown() {
        MemoryTrack track = Samples.music(44_100, 0.1);

        assertThat(depth(Encoding.FLAC, track)).isEqualTo(16);
        assertThat(depth(Encoding.FLAC_24, track)).isEqualTo(24);
        assertThat(depth(Encoding.WAV_24, track)).isEqualTo(24);
        assertThat(depth(Encoding.ALAC, track)).isEqualTo(16);
        assertThat(depth(Encoding.AIFF, track)).isEqualTo(16);
        assertThat(depth(Encoding.WAVPACK, track)).isEqualTo(16);
        assertThat(depth(Encoding.WAV_FLOAT, track)).isZero();
        assertThat(depth(Encoding.MP3, track)).isZero();
    }

    private int depth(Encoding encoding, MemoryTrack track) {
        return MediaFile.of(encoding.write(folder, "song", track)).info().bitDepth();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mötley – Ünïcode ß", "日本語の歌", "Песня", "🎵 emoji", "spaces and 'quotes' \"here\""})
    void anyNameIsReadAndWritten(String name) {
        MemoryTrack track = Samples.music(44_100, 0.1);

        assertThat(Samples.of(Encoding.FLAC.write(folder, name, track))).isDeepEqualTo(Samples.of(track));
    }
}
