package io.auralis.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSink;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.MediaWriter;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the masterer hears in a file is what the analyzer hears in the same samples. */
class FingerprintOfFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"44100, 16, 2", "48000, 24, 2", "96000, 24, 1", "22050, 16, 1"})
    void theSameAudioAsWavFlacAndAiffHasAnEqualFingerprint(int rate, int bitDepth, int channels) {
        double[][] samples = music(rate, channels, bitDepth, 4 * rate);
        Fingerprint inMemory = FingerprintAnalyzer.analyze(new MemoryTrack(rate, samples), Progress.NONE);
        Fingerprint wav = hear(write(OutputFormat.WAV, rate, bitDepth, samples));
        Fingerprint flac = hear(write(OutputFormat.FLAC, rate, bitDepth, samples));
        assertThat(flac).isEqualTo(wav);
        assertThat(hear(write(OutputFormat.AIFF, rate, bitDepth, samples))).isEqualTo(wav);
        assertThat(wav.values()).hasSize(25);
        // Files come in blocks of another size, in which sums round differently.
        wav.values()
                .forEach((dimension, value) -> assertThat(value)
                        .as(dimension.key())
                        .isCloseTo(inMemory.value(dimension), within(1e-5 * Math.max(1, Math.abs(value)))));
    }

    @ParameterizedTest
    @EnumSource(names = {"MP3", "OPUS"})
    // Their usual rates are 320 and 160 kbit/s.
    void aLossyCodingLeavesEachDimensionWithinTheTolerancesOfThePage(OutputFormat container) throws IOException {
        Map<String, Double> tolerances = tolerances();
        double[][] samples = SynthesisedSong.samples();
        Fingerprint wav = hear(write(OutputFormat.WAV, SynthesisedSong.RATE_HZ, 16, samples));
        Fingerprint lossy = hear(write(container, SynthesisedSong.RATE_HZ, 16, samples));
        SoftAssertions softly = new SoftAssertions();
        wav.values()
                .forEach((dimension, value) -> softly.assertThat(lossy.value(dimension))
                        .as(dimension.key())
                        .isCloseTo(value, within(tolerances.get(dimension.key()))));
        softly.assertAll();
    }

    /** By key, from the table of docs/fingerprint.md. */
    private static Map<String, Double> tolerances() throws IOException {
        return Files.readString(Path.of("../docs/fingerprint.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(
                        cells -> cells[1].strip().replace("`", ""), cells -> Double.parseDouble(cells[6].strip())));
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfTenMillisecondsHas25Values(OutputFormat container) {
        Fingerprint fingerprint = hear(write(container, 44_100, 16, music(44_100, 2, 16, 441)));
        assertThat(fingerprint.values()).hasSize(25);
        assertThat(fingerprint.value(FingerprintDimension.TEMPO_BPM)).isZero();
        assertThat(fingerprint.value(FingerprintDimension.SPECTRAL_CENTROID)).isPositive();
    }

    @Test
    void aSilentFileHas25Values() {
        assertThat(hear(write(OutputFormat.FLAC, 44_100, 16, new double[2][44_100]))
                        .values())
                .hasSize(25);
    }

    private static Fingerprint hear(Path file) {
        return new Masterer(MediaFile::of).analyse(file, Progress.NONE).fingerprint();
    }

    private Path write(OutputFormat container, int rate, int bitDepth, double[][] samples) {
        Path file = folder.resolve("music." + container.extension());
        OutputSpec spec = new OutputSpec(
                container, new AudioFormat(rate, samples.length), bitDepth, 0, List.of(), Optional.empty());
        AudioBlock block = new AudioBlock(samples.length, samples[0].length);
        for (int channel = 0; channel < samples.length; channel++) {
            System.arraycopy(samples[channel], 0, block.channel(channel), 0, samples[channel].length);
        }
        block.setFrames(samples[0].length);
        try (AudioSink sink = MediaWriter.open(file, spec)) {
            sink.write(block);
            sink.finish();
        }
        return file;
    }

    /** A chord and a beat of noise, on the grid of the bit depth. */
    private static double[][] music(int rate, int channels, int bitDepth, int frames) {
        Random random = new Random(21);
        double steps = 1 << (bitDepth - 1);
        double[][] samples = new double[channels][frames];
        for (int i = 0; i < frames; i++) {
            double seconds = (double) i / rate;
            double beat = 0.3 * random.nextGaussian() * Math.exp(-40 * (seconds % 0.5));
            for (int channel = 0; channel < channels; channel++) {
                double chord = 0.1 * Math.sin(2 * Math.PI * 220 * seconds)
                        + 0.1 * Math.sin(2 * Math.PI * 330 * seconds + channel);
                samples[channel][i] = Math.rint(Math.max(-0.9, Math.min(0.9, chord + beat)) * steps) / steps;
            }
        }
        return samples;
    }
}
