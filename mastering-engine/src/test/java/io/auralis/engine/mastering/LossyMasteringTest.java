package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.PersonalPart;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Wishes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossyMasteringTest {
    private static final int RATE = 44_100;

    @TempDir
    Path folder;

    private MasteringReport master(Path input, String output, double amount, int kbps) {
        return master(input, output, amount, kbps, PersonalTaste.NONE);
    }

    private MasteringReport master(Path input, String output, double amount, int kbps, PersonalTaste taste) {
        OutputChoice choice = kbps == 0 ? OutputChoice.USUAL : OutputChoice.USUAL.withBitRate(kbps);
        MasteringOptions options = new MasteringOptions(Wishes.ofAmount(amount), choice);
        return new Masterer(MediaFile::of)
                .master(
                        input,
                        folder.resolve(output),
                        options,
                        BuiltInModels.newest().model(),
                        taste,
                        Progress.NONE);
    }

    /** Noise and clicks: what a coding of few bits does worst. */
    private Path harsh() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] samples = new double[2][RATE * 2];
        for (double[] channel : samples) {
            for (int i = 0; i < channel.length; i++) {
                double beat = Math.exp(-(i % 11_025) / 1_500.0);
                channel[i] = 0.6 * beat * (random.nextDouble() - 0.5) + 0.2 * Math.sin(i * 0.05) * beat;
            }
        }
        return Encoding.WAV_FLOAT.write(folder, "harsh", new MemoryTrack(RATE, samples));
    }

    @ParameterizedTest
    @CsvSource({"out.mp3, 0", "out.m4a, 0", "out.opus, 0", "out.mp3, 64", "out.m4a, 64", "out.opus, 64"})
    void theDecodedFileKeepsTheCeilingAndTheLoudness(String output, int kbps) {
        MasteringReport report = master(harsh(), output, 1, kbps);

        MediaFile file = MediaFile.of(report.output());
        double[][] decoded = Samples.of(file);
        Meters measured = Measuring.meters(file.info().format().sampleRateHz(), decoded);
        assertThat(strictPeakDbtp(decoded)).isLessThanOrEqualTo(report.plan().value("ceiling"));
        assertThat(report.notes()).noneMatch(note -> note.contains("over the ceiling"));
        assertThat(report.after().integratedLufs()).isCloseTo(measured.integratedLufs(), within(1e-9));
        assertThat(report.after().truePeakDbtp()).isEqualTo(measured.truePeakDbtp());
        if (report.notes().stream().noneMatch(note -> note.startsWith("Loudness is"))) {
            assertThat(measured.integratedLufs()).isCloseTo(report.plan().value("loudness"), within(0.1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "out.m4a, 64",
        "out.m4a, 128",
        "out.m4a, 256",
        "out.opus, 64",
        "out.opus, 128",
        "out.opus, 160",
        "out.mp3, 64",
        "out.mp3, 128",
        "out.mp3, 320"
    })
    void whatTheCodingLiftsOverTheCeilingIsWrittenAgain(String output, int kbps) {
        // So loud that every peak is at the ceiling before the coding.
        PersonalTaste loud = type -> Map.of(TasteDimension.LOUDNESS, new PersonalPart(6, "as the test wants it"));

        MasteringReport report = master(harsh(), output, 1, kbps, loud);

        double[][] decoded = Samples.of(report.output());
        int rate = MediaFile.of(report.output()).info().format().sampleRateHz();
        double loudness = Measuring.meters(rate, decoded).integratedLufs();
        assertThat(strictPeakDbtp(decoded)).isLessThanOrEqualTo(report.plan().value("ceiling"));
        assertThat(report.notes()).noneMatch(note -> note.contains("over the ceiling."));
        if (report.notes().stream().noneMatch(note -> note.startsWith("Loudness is"))) {
            assertThat(loudness).isCloseTo(report.plan().value("loudness"), within(0.1));
        }
    }

    /** At 16x, whatever the sample rate. */
    private static double strictPeakDbtp(double[][] samples) {
        return Measuring.meters(RATE, samples).truePeak16xDbtp();
    }

    @Test
    void anotherSampleRateIsSaidInTheReport() {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(RATE, 1.5));

        MasteringReport resampled = master(input, "out.opus", 1, 0);
        MasteringReport same = master(input, "out.mp3", 1, 0);

        String note = "The file's sample rate is 48000 Hz: OPUS has no 44100 Hz.";
        assertThat(resampled.notes()).contains(note);
        assertThat(Samples.of(resampled.output())[0]).hasSize(72_000);
        assertThat(same.notes()).doesNotContain(note).noneMatch(other -> other.contains("sample rate"));
    }

    @Test
    void changingNothingLeavesThePeaksAndSaysByHowMuchTheCodingLiftedThem() {
        MasteringReport report = master(harsh(), "out.m4a", 0, 64);

        assertThat(report.plan().changesNothing()).isTrue();
        assertThat(report.after().truePeakDbtp()).isGreaterThan(report.before().truePeakDbtp());
        assertThat(report.notes())
                .anyMatch(
                        note -> note.matches(
                                "The true peak is \\d+\\.\\d\\d dB over the ceiling and was left there: the plan changes nothing\\."));
    }

    @Test
    void changingNothingSaysThatPeaksOverFullScaleMaySufferFromACoding() {
        double[][] loud = Arrays.stream(Samples.of(Samples.music(RATE, 1.5)))
                .map(channel -> Arrays.stream(channel).map(sample -> 3 * sample).toArray())
                .toArray(double[][]::new);
        Path input = Encoding.WAV_FLOAT.write(folder, "loud", new MemoryTrack(RATE, loud));

        assertThat(master(input, "loud.m4a", 0, 256).notes())
                .anyMatch(note -> note.matches("The source's true peak is \\d+\\.\\d\\d dB over full scale, .*"));
        assertThat(master(harsh(), "harsh.m4a", 0, 256).notes()).noneMatch(note -> note.contains("full scale"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.mp3", "out.m4a", "out.opus"})
    void aSingleSampleAndSilenceAreMastered(String output) {
        double[] silence = new double[RATE];
        Path click = Encoding.WAV.write(folder, "click", new MemoryTrack(48_000, new double[] {0.5}));
        Path silent = Encoding.WAV.write(folder, "silence", new MemoryTrack(RATE, silence, silence));

        assertThat(Samples.of(master(click, output, 1, 0).output())[0]).hasSize(1);
        assertThat(master(silent, output, 1, 0).notes()).anyMatch(note -> note.contains("silent or too short"));
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(RATE, 1));

        for (String extension : new String[] {"mp3", "m4a", "opus"}) {
            assertThat(master(input, "one." + extension, 1, 0).output())
                    .hasSameBinaryContentAs(
                            master(input, "other." + extension, 1, 0).output());
        }
    }

    @Test
    void bitsAndBitRatesAreRefusedWhereTheyMeanNothing() throws IOException {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(RATE, 0.5));

        assertThatThrownBy(() -> master(input, "out.flac", 1, 320))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FLAC is lossless and takes no bit rate");
        assertThatThrownBy(() -> master(input, "out.mp3", 1, 500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MP3 takes a bit rate of 32 to 320 kbit/s, not 500");
        assertThatThrownBy(() -> new Masterer(MediaFile::of)
                        .master(
                                input,
                                folder.resolve("out.mp3"),
                                new MasteringOptions(Wishes.NONE, OutputChoice.USUAL.withBitDepth(16)),
                                BuiltInModels.newest().model(),
                                PersonalTaste.NONE,
                                Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MP3 is lossy and has no bits per sample to choose");
    }

    @Test
    void channelsThatTheFormatCannotHoldAreSaidAndLeaveNothing() {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(48_000, 6, 0.5));

        assertThatThrownBy(() -> master(input, "out.mp3", 1, 0))
                .isInstanceOf(MediaException.class)
                .hasMessage("A file of the kind MP3 cannot hold 6 channels at 48000 Hz.");
        assertThat(folder.toFile().list()).containsExactly("song.flac");
    }

    @Test
    void aLayoutThatTheFormatDoesNotHaveIsSaidBeforeAnythingIsHeard() {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(48_000, 7, 0.1));
        Path output = folder.resolve("out.m4a");
        Masterer masterer = new Masterer(file -> MediaFile.of(MediaFile.of(file).info(), () -> {
            throw new AssertionError("the track was listened to");
        }));
        BaseModel model = BuiltInModels.newest().model();
        MasteringOptions options = new MasteringOptions(Wishes.ofAmount(1), OutputChoice.USUAL);
        AlbumMasterer album = masterer.album(options, model, PersonalTaste.NONE);

        List<ThrowingCallable> ways = List.of(
                () -> masterer.master(input, output, options, model, PersonalTaste.NONE, Progress.NONE),
                () -> masterer.decide(input, output, options, model, PersonalTaste.NONE, Progress.NONE),
                () -> album.listen(input, output, Progress.NONE));

        assertThat(ways)
                .allSatisfy(way -> assertThatThrownBy(way)
                        .isInstanceOf(MediaException.class)
                        .hasMessage("A file of the kind AAC cannot hold the channel layout 6.1; FLAC and WAV can."));
    }
}
