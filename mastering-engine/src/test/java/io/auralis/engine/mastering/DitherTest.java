package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.List;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rounding to 16 bits leaves in a file: noise, and with dither nothing but noise. */
class DitherTest {
    private static final int RATE_HZ = 44_100;
    private static final int FRAMES = 1 << 18;
    /** A whole number of periods, near 1 kHz: a harmonic then stands in one line. */
    private static final int TONE_LINE = 5_944;

    private static final double TONE_DBFS = -100;
    private static final double STEP = 1.0 / (1 << 15);
    private static final int HIGHEST_HARMONIC = 20;

    /**
     * Noise gives each line a power that is exponentially distributed around the floor: one in e^17 lines is 12.3 dB over
     * it, one in a million tests of 19 harmonics.
     */
    private static final double MARGIN_DB = 12.3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"TPDF, 0", "TPDF, 0.5", "SHAPED, 0", "SHAPED, 0.5"})
    void aToneUnderTheLastBitHasNoHarmonics(Dither dither, double offsetSteps) {
        double[] power = spectrum(sixteenBits(dither, offsetSteps));

        assertThat(dbfs(power[TONE_LINE])).isCloseTo(TONE_DBFS, within(1.0));
        for (int harmonic = 2; harmonic <= HIGHEST_HARMONIC; harmonic++) {
            assertThat(overFloorDb(power, harmonic * TONE_LINE))
                    .as("harmonic %s", harmonic)
                    .isLessThan(MARGIN_DB);
        }
    }

    /** A track that is kept in memory comes in other blocks than one that is made anew. */
    @ParameterizedTest
    @EnumSource(Dither.class)
    void theNoiseDoesNotDependOnTheBlocks(Dither dither) {
        AudioFormat format = new AudioFormat(RATE_HZ, 2);
        double[][] whole = quantised(new Quantiser(format, 16, dither), 10_000);
        assertThat(quantised(new Quantiser(format, 16, dither), 700)).isDeepEqualTo(whole);
        if (dither != Dither.NONE) {
            assertThat(whole[0]).isNotEqualTo(whole[1]);
        }
    }

    private static double[][] quantised(Quantiser quantiser, int blockFrames) {
        double[][] out = new double[2][10_000];
        for (int from = 0; from < 10_000; from += blockFrames) {
            AudioBlock block = new AudioBlock(2, Math.min(blockFrames, 10_000 - from));
            block.setFrames(block.capacity());
            for (int i = 0; i < block.frames(); i++) {
                block.channel(0)[i] = 0.3 * Math.sin(0.01 * (from + i));
                block.channel(1)[i] = block.channel(0)[i];
            }
            quantiser.process(block);
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(block.channel(channel), 0, out[channel], from, block.frames());
            }
        }
        return out;
    }

    @Test
    void roundingAloneLosesTheToneOrGivesItHarmonics() {
        assertThat(spectrum(sixteenBits(Dither.NONE, 0))[TONE_LINE]).isZero();

        // On the edge between two steps it becomes a square wave of one step.
        double[] power = spectrum(sixteenBits(Dither.NONE, 0.5));
        for (int harmonic = 3; harmonic <= HIGHEST_HARMONIC; harmonic += 2) {
            assertThat(overFloorDb(power, harmonic * TONE_LINE))
                    .as("harmonic %s", harmonic)
                    .isGreaterThan(MARGIN_DB);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000})
    void shapedNoiseIsLowerWhereTheEarHearsMost(int rate) {
        double flat = noiseDb(rate, Dither.TPDF);
        double shaped = noiseDb(rate, Dither.SHAPED);

        assertThat(shaped).isLessThan(flat - 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 32_000, 44_100, 96_000, 384_000})
    void shapingIsStableAndAddsNoMoreThanItSays(int rate) {
        double[] made = quantised(rate, Dither.SHAPED, MemoryTrack.tone(rate, 3, 500, -6));
        double[] wanted = MemoryTrack.tone(rate, 3, 500, -6);
        for (int i = 0; i < made.length; i++) {
            assertThat(Math.abs(made[i] - wanted[i])).isLessThan(15 * STEP);
        }
    }

    @ParameterizedTest
    @EnumSource(Dither.class)
    void theSameInputGivesTheSameBytesAndTheCeilingHolds(Dither dither) {
        Path input = Encoding.WAV_FLOAT.write(folder, "song", Samples.music(RATE_HZ, 3));
        OutputChoice choice = OutputChoice.USUAL.withBitDepth(16).withDither(dither);

        MasteringReport one = master(input, "one.wav", new MasteringOptions(Wishes.NONE, choice));
        MasteringReport other = master(input, "other.wav", new MasteringOptions(Wishes.NONE, choice));

        assertThat(one.output()).hasSameBinaryContentAs(other.output());
        assertThat(MediaFile.of(one.output()).info().bitDepth()).isEqualTo(16);
        assertThat(Measuring.meters(44_100, Samples.of(one.output())).truePeak16xDbtp())
                .isLessThanOrEqualTo(one.plan().value("ceiling"));
    }

    @ParameterizedTest
    @EnumSource(Dither.class)
    void aLossyOutputTakesNoDither(Dither dither) {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(RATE_HZ, 1));
        OutputChoice choice = OutputChoice.USUAL.withDither(dither);

        assertThatThrownBy(() -> master(input, "out.mp3", new MasteringOptions(Wishes.NONE, choice)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MP3 is lossy and takes no dither: its encoder gets samples unrounded");
    }

    private MasteringReport master(Path input, String output, MasteringOptions options) {
        return new Masterer(MediaFile::of)
                .master(
                        input,
                        folder.resolve(output),
                        options,
                        BuiltInModels.newest().model(),
                        PersonalTaste.NONE,
                        Progress.NONE);
    }

    /** The tone on an offset, through the program into a file of 16 bits, and back. */
    private double[] sixteenBits(Dither dither, double offsetSteps) {
        double peak = Math.pow(10, TONE_DBFS / 20);
        double[] faint = MemoryTrack.channel(
                RATE_HZ,
                (double) FRAMES / RATE_HZ,
                i -> offsetSteps * STEP + peak * Math.sin(2 * Math.PI * TONE_LINE * (double) i / FRAMES));
        Path input = Encoding.WAV_FLOAT.write(folder, "faint", new MemoryTrack(RATE_HZ, faint));
        OutputChoice choice = OutputChoice.USUAL.withBitDepth(16).withDither(dither);
        return Samples.of(master(input, "out.wav", new MasteringOptions(Wishes.ofAmount(0), choice))
                .output())[0];
    }

    /** Noise of 2 to 5 kHz that is left of silence, dBFS. */
    private static double noiseDb(int rate, Dither dither) {
        double[] power = spectrum(quantised(rate, dither, new double[FRAMES]));
        double sum = 0;
        for (int line = (int) (2_000.0 * FRAMES / rate); line < 5_000.0 * FRAMES / rate; line++) {
            sum += power[line];
        }
        return dbfs(sum);
    }

    private static double[] quantised(int rate, Dither dither, double[] samples) {
        MemoryTrack track = new MemoryTrack(rate, samples);
        double[] made = new double[samples.length];
        int[] done = {0};
        Chain.run(track, List.of(new Quantiser(track.format(), 16, dither)), Progress.NONE, "test", block -> {
            System.arraycopy(block.channel(0), 0, made, done[0], block.frames());
            done[0] += block.frames();
        });
        return made;
    }

    /** Power per line under a Hann window; a full-scale sine is 1 at its line. */
    private static double[] spectrum(double[] samples) {
        double[] windowed = new double[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            windowed[i] = samples[i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / FRAMES));
        }
        new DoubleFFT_1D(FRAMES).realForward(windowed);
        double[] power = new double[FRAMES / 2];
        for (int line = 1; line < power.length; line++) {
            double amplitude = 4 * Math.hypot(windowed[2 * line], windowed[2 * line + 1]) / FRAMES;
            power[line] = amplitude * amplitude;
        }
        return power;
    }

    /** How far a line stands over the mean of those around it, the window's own skirts left out. */
    private static double overFloorDb(double[] power, int line) {
        double floor = 0;
        int lines = 0;
        for (int away = 4; away <= 300; away++) {
            floor += power[line - away] + power[line + away];
            lines += 2;
        }
        return dbfs(power[line]) - dbfs(floor / lines);
    }

    private static double dbfs(double power) {
        return 10 * Math.log10(power);
    }
}
