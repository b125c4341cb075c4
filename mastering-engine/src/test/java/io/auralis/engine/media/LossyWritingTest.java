package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.MemoryTrack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LossyWritingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "MP3, 44100, 44100",
        "MP3, 48000, 48000",
        "MP3, 96000, 48000",
        "MP3, 88200, 44100",
        "AAC, 44100, 44100",
        "AAC, 96000, 96000",
        "AAC, 192000, 96000",
        "OPUS, 44100, 48000",
        "OPUS, 48000, 48000",
        "OPUS, 96000, 48000"
    })
    void theMusicComesBackWhereItWasAndAsLong(OutputFormat format, int rate, int fileRate) throws IOException {
        MemoryTrack track = Samples.music(rate, 1.2345);
        double[][] original = Samples.of(Samples.music(fileRate, 1.2345));

        MediaFile file = write(format, track, format.usualKbps());

        double[][] samples = Samples.of(file);
        assertThat(file.info().format().sampleRateHz()).isEqualTo(fileRate);
        assertThat(samples[0]).hasSize((int) Math.round((double) track.frames() * fileRate / rate));
        // The noise of each rate is its own, so only what is below 0.3 of the music is compared.
        assertThat(Samples.rms(difference(samples, original)))
                .as("a wrong offset would leave about as much as there was")
                .isLessThan(0.3 * Samples.rms(original));
    }

    /** Each coding pads to whole blocks, and where the music ends within the last makes a difference. */
    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"MP3", "AAC", "OPUS"})
    void everyLengthIsKept(OutputFormat format) {
        for (int frames = 1; frames < 6_000; frames += 211) {
            double[] samples = MemoryTrack.channel(48_000, frames / 48_000.0, i -> 0.5 * Math.sin(i * 0.1));
            MemoryTrack track = new MemoryTrack(48_000, samples);
            assertThat(Samples.of(write(format, track, format.usualKbps()))[0])
                    .as("%d frames", frames)
                    .hasSize(track.frames());
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 48000", "96000, 48000", "88200, 44100", "192000, 96000", "11025, 48000", "384000, 48000"})
    void resamplingKeepsTheLength(int from, int to) {
        for (int frames : new int[] {1, 2, 100, 4_095, 4_096, 10_001}) {
            AudioBlock block = new AudioBlock(1, frames);
            block.setFrames(frames);
            try (Resampler resampler = new Resampler(new AudioFormat(from, 1), to)) {
                int made = resampler.convert(block).frames() + resampler.flush().frames();
                assertThat(made).as("%d frames", frames).isEqualTo((int) Math.round((double) frames * to / from));
            }
        }
    }

    private static double[][] difference(double[][] one, double[][] other) {
        double[][] difference = new double[other.length][other[0].length];
        for (int channel = 0; channel < other.length; channel++) {
            for (int i = 0; i < other[channel].length; i++) {
                difference[channel][i] = one[channel][i] - other[channel][i];
            }
        }
        return difference;
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"MP3", "AAC", "OPUS"})
    void aHigherBitRateGivesALargerFile(OutputFormat format) throws IOException {
        MemoryTrack track = Samples.music(48_000, 2);

        write(format, track, 64);
        long small = Files.size(folder.resolve("out." + format.extension()));
        write(format, track, 192);
        long large = Files.size(folder.resolve("out." + format.extension()));

        assertThat((double) large / small).isBetween(2.0, 4.0);
    }

    @Test
    void aSampleBeyondFullScaleIsCodedAsItIs() throws IOException {
        MemoryTrack track = new MemoryTrack(
                48_000, MemoryTrack.channel(48_000, 1, i -> 1.5 * Math.sin(2 * Math.PI * 440 * i / 48_000)));

        double[][] samples = Samples.of(write(OutputFormat.MP3, track, 320));

        assertThat(Samples.rms(samples)).isBetween(1.05, 1.07);
    }

    @ParameterizedTest
    @CsvSource({"MP3, 31", "MP3, 321", "AAC, 321", "OPUS, 257", "FLAC, 320"})
    void aBitRateThatTheFormatDoesNotHaveIsTheCallersMistake(OutputFormat format, int kbps) {
        MemoryTrack track = Samples.music(48_000, 0.1);

        assertThatThrownBy(() -> write(format, track, kbps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bit rate");
    }

    @Test
    void whatWasCompletedButNotFinishedLeavesNothing() throws IOException {
        MemoryTrack track = Samples.music(48_000, 0.5);
        Path target = folder.resolve("out.opus");

        try (EncodedSink sink = MediaWriter.open(target, spec(OutputFormat.OPUS, track, 160))) {
            copy(track, sink);
            assertThat(Samples.of(sink.complete())[0]).hasSize(24_000);
            assertThat(target).doesNotExist();
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void mp3HasNoPlaceForSixChannels() {
        MemoryTrack track = Samples.music(48_000, 6, 0.1);

        assertThatThrownBy(() -> write(OutputFormat.MP3, track, 320))
                .isInstanceOf(MediaException.class)
                .hasMessage("A file of the kind MP3 cannot hold 6 channels at 48000 Hz.");
    }

    private static OutputSpec spec(OutputFormat format, MemoryTrack track, int kbps) {
        return new OutputSpec(format, track.format(), 16, kbps, 0, List.of(), Optional.empty());
    }

    private MediaFile write(OutputFormat format, MemoryTrack track, int kbps) {
        Path file = folder.resolve("out." + format.extension());
        try (EncodedSink sink = MediaWriter.open(file, spec(format, track, kbps))) {
            copy(track, sink);
            sink.finish();
        }
        return MediaFile.of(file);
    }

    private static void copy(AudioTrack track, EncodedSink sink) {
        try (AudioSource source = track.open()) {
            AudioBlock block = new AudioBlock(source.format().channels(), 777);
            while (source.read(block)) {
                sink.write(block);
            }
        }
    }
}
