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
import io.auralis.engine.media.Tag;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.Aspect;
import io.auralis.engine.plan.PersonalPart;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.ToneBand;
import io.auralis.engine.plan.Wish;
import io.auralis.engine.plan.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastererTest {
    private static final BaseModel MODEL = BuiltInModels.newest().model();
    private static final MasteringOptions UNCHANGED = new MasteringOptions(Wishes.ofAmount(0), OutputChoice.USUAL);

    @TempDir
    Path folder;

    private MasteringReport master(Path input, String output, MasteringOptions options, PersonalTaste taste) {
        return new Masterer(MediaFile::of).master(input, folder.resolve(output), options, MODEL, taste, Progress.NONE);
    }

    private MasteringReport master(Path input, String output) {
        return master(input, output, MasteringOptions.DEFAULT, PersonalTaste.NONE);
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void everyInputFormatReachesLoudnessAndCeilingInItsOwnRateAndLength(Encoding encoding) {
        int rate = encoding.sampleRateHz();
        Path input = encoding.write(folder, "song", Samples.music(rate, 3.1234), List.of(new Tag("title", "Sång")));

        MasteringReport report = master(input, "out.flac");

        double[][] out = Samples.of(report.output());
        Meters measured = Measuring.meters(rate, out);
        assertThat(out[0].length).isEqualTo(Samples.of(input)[0].length);
        assertThat(MediaFile.of(report.output()).info().format().sampleRateHz()).isEqualTo(rate);
        assertThat(measured.truePeakDbtp()).isLessThanOrEqualTo(report.plan().value("ceiling"));
        assertLoudnessReachedOrExplained(report, measured);
        assertMeters(report.after(), measured);
        if (encoding != Encoding.WAV_FLOAT && encoding != Encoding.WAV_DOUBLE && encoding != Encoding.AIFF) {
            assertThat(MediaFile.of(report.output()).info().tags())
                    .anyMatch(tag ->
                            tag.name().equalsIgnoreCase("title") && tag.value().equals("Sång"));
        }
    }

    private static void assertMeters(Meters reported, Meters measured) {
        // Sums over all samples, whose rounding depends on the blocks they come in.
        assertThat(reported.integratedLufs()).isCloseTo(measured.integratedLufs(), within(1e-9));
        assertThat(reported.loudnessRangeLu()).isCloseTo(measured.loudnessRangeLu(), within(1e-9));
        assertThat(reported.crestDb()).isCloseTo(measured.crestDb(), within(1e-9));
        assertThat(reported.truePeakDbtp()).isEqualTo(measured.truePeakDbtp());
    }

    private static void assertLoudnessReachedOrExplained(MasteringReport report, Meters measured) {
        if (report.notes().stream().noneMatch(note -> note.startsWith("Loudness is"))) {
            assertThat(measured.integratedLufs()).isCloseTo(report.plan().value("loudness"), within(0.1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 32_000, 96_000, 192_000})
    void everySampleRateIsMasteredToThePlan(int rate) {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(rate, 1.5));

        MasteringReport report = master(input, "out.wav");

        double[][] out = Samples.of(report.output());
        Meters measured = Measuring.meters(rate, out);
        assertThat(out[0].length).isEqualTo(Math.round(1.5 * rate));
        assertThat(measured.truePeakDbtp()).isLessThanOrEqualTo(report.plan().value("ceiling"));
        assertLoudnessReachedOrExplained(report, measured);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 8})
    void channelsOtherThanTwoAreMasteredWithTheirWidthLeftAlone(int channels) {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(48_000, channels, 1.5));

        MasteringReport report = master(input, "out.flac");

        double[][] out = Samples.of(report.output());
        assertThat(out).hasDimensions(channels, 72_000);
        assertLoudnessReachedOrExplained(report, Measuring.meters(48_000, out));
        assertThat(report.notes().stream().anyMatch(note -> note.startsWith("The width was left as it is")))
                .isEqualTo(channels > 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLAC", "FLAC_24", "WAV", "WAV_24", "AIFF", "WAVPACK", "ALAC"})
    void changingNothingIsBitExact(Encoding encoding) {
        Path input = encoding.write(folder, "song", Samples.music(44_100, 1.5));

        MasteringReport report = master(input, "out.flac", UNCHANGED, PersonalTaste.NONE);

        assertThat(report.plan().changesNothing()).isTrue();
        assertThat(Samples.of(report.output())).isDeepEqualTo(Samples.of(input));
        assertThat(report.after()).isEqualTo(report.before());
    }

    @Test
    void linearPhaseReachesThePlanAndKeepsTheLength() {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 3.1234));
        MasteringOptions linear = new MasteringOptions(Wishes.NONE, Phase.LINEAR, OutputChoice.USUAL, Optional.empty());

        MasteringReport report = master(input, "out.flac", linear, PersonalTaste.NONE);

        double[][] out = Samples.of(report.output());
        Meters measured = Measuring.meters(44_100, out);
        assertThat(out[0].length).isEqualTo(Samples.of(input)[0].length);
        assertThat(measured.truePeakDbtp()).isLessThanOrEqualTo(report.plan().value("ceiling"));
        assertLoudnessReachedOrExplained(report, measured);
        assertThat(master(input, "minimum.flac").output())
                .as("a plan with tone sounds another way in minimum phase")
                .isNot(new Condition<>(other -> Arrays.deepEquals(Samples.of(other), out), "the same samples"));
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 3));

        Path one = master(input, "one.flac").output();
        Path other = master(input, "other.flac").output();

        assertThat(one).hasSameBinaryContentAs(other);
    }

    @ParameterizedTest
    @EnumSource(TasteDimension.class)
    void theListenersPartReachesTheAudio(TasteDimension dimension) {
        int rate = 48_000;
        // The width is kept: more bass, which is in the middle, is answered with more of the sides' mids and highs.
        // Where
        // tone is measured there is one channel, so that nothing but the equaliser acts.
        int channels = isTone(dimension) ? 1 : 2;
        MemoryTrack music = Samples.music(rate, channels, 4);
        music = dimension == TasteDimension.PUNCH ? Samples.withBass(music) : music;
        // Left and right of the music itself are uncorrelated above the bass, and then nothing is widened.
        Path input = Encoding.WAV_24.write(
                folder, "song", dimension == TasteDimension.WIDTH ? Samples.narrowed(music, 0.6) : music);
        // So quiet that the limiter is out of the way, and with dynamics off except where they are what is asked for:
        // there they have room to do what is asked before the chain calls it too much.
        double punch = dimension == TasteDimension.PUNCH ? 3 : 18;
        MasteringOptions options = new MasteringOptions(
                dimension == TasteDimension.PUNCH
                        ? Wishes.NONE
                        : Wishes.NONE.withAmount(Aspect.DYNAMICS, new Wish(0, "as the test wants it")),
                OutputChoice.USUAL);
        PersonalTaste quiet = taste(Map.of(TasteDimension.LOUDNESS, -10.0, TasteDimension.PUNCH, punch));
        double delta = dimension == TasteDimension.WIDTH ? -0.05 : dimension == TasteDimension.PUNCH ? -2 : 2;
        Map<TasteDimension, Double> more =
                new EnumMap<>(Map.of(TasteDimension.LOUDNESS, -10.0, TasteDimension.PUNCH, punch));
        more.merge(dimension, delta, Double::sum);
        PersonalTaste asked = taste(more);

        MasteringReport before = master(input, "before.flac", options, quiet);
        MasteringReport after = master(input, "after.flac", options, asked);

        double planned = after.plan().value(dimension.key()) - before.plan().value(dimension.key());
        assertThat(planned).isCloseTo(delta, within(1e-9));
        assertThat(after.plan().parameter(dimension.key()).reason()).contains("as rated in a test");
        double measured = heard(dimension, rate, Samples.of(after.output()))
                - heard(dimension, rate, Samples.of(before.output()));
        assertThat(Math.signum(measured)).isEqualTo(Math.signum(delta));
        assertThat(measured).isCloseTo(delta, within(tolerance(dimension)));
    }

    @ParameterizedTest
    @EnumSource(
            value = TasteDimension.class,
            names = {"BASS", "LOW_MID", "MID", "TREBLE", "AIR"})
    void theListenersToneReachesStereoMusicToo(TasteDimension dimension) {
        int rate = 48_000;
        Path input = Encoding.WAV_24.write(folder, "song", Samples.music(rate, 4));
        // Dynamics are off: what they raise is no matter of tone.
        MasteringOptions options = new MasteringOptions(
                Wishes.NONE.withAmount(Aspect.DYNAMICS, new Wish(0, "as the test wants it")), OutputChoice.USUAL);
        Map<TasteDimension, Double> quiet = Map.of(TasteDimension.LOUDNESS, -10.0, TasteDimension.PUNCH, 6.0);
        Map<TasteDimension, Double> more = new EnumMap<>(quiet);
        more.put(dimension, 2.0);

        MasteringReport before = master(input, "before.flac", options, taste(quiet));
        MasteringReport after = master(input, "after.flac", options, taste(more));

        double measured = heard(dimension, rate, Samples.of(after.output()))
                - heard(dimension, rate, Samples.of(before.output()));
        assertThat(measured).isCloseTo(2, within(0.15));
    }

    private static boolean isTone(TasteDimension dimension) {
        return Arrays.stream(ToneBand.values()).anyMatch(band -> band.taste() == dimension);
    }

    private static double tolerance(TasteDimension dimension) {
        return switch (dimension) {
            case WIDTH -> 0.005;
            case LOUDNESS -> 0.1;
            case PUNCH -> 0.2;
            case BASS, LOW_MID, MID, TREBLE, AIR -> 0.05;
        };
    }

    private static PersonalTaste taste(Map<TasteDimension, Double> deltas) {
        return type -> deltas.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> new PersonalPart(entry.getValue(), "as rated in a test")));
    }

    private static double heard(TasteDimension dimension, int rate, double[][] samples) {
        return switch (dimension) {
            case WIDTH -> Measuring.width(samples);
            case LOUDNESS -> Measuring.meters(rate, samples).integratedLufs();
            case PUNCH -> Measuring.meters(rate, samples).crestDb();
            case BASS, LOW_MID, MID, TREBLE, AIR -> bandDb(dimension, rate, samples);
        };
    }

    /** How a band's middle stands to the mean of the others. */
    private static double bandDb(TasteDimension dimension, int rate, double[][] samples) {
        double own = 0;
        double others = 0;
        for (ToneBand band : ToneBand.values()) {
            double level = noiseDb(rate, samples, band.centreHz());
            if (band.taste() == dimension) {
                own = level;
            } else {
                others += level / (ToneBand.values().length - 1);
            }
        }
        return own - others;
    }

    /** Level around a frequency: the power of many neighbouring correlations, since music has no single tone there. */
    private static double noiseDb(int rate, double[][] samples, double hertz) {
        double power = 0;
        for (int i = -10; i <= 10; i++) {
            power += Math.pow(10, Measuring.levelDb(rate, samples, hertz * (1 + i * 0.004)) / 10);
        }
        return 10 * Math.log10(power);
    }

    @Test
    void sixteenBitsAreDitheredSoThatWhatIsUnderAStepIsStillHeard() {
        int rate = 48_000;
        double[] faint = MemoryTrack.tone(rate, 4, 1_000, -102);
        Path input = Encoding.WAV_24.write(folder, "faint", new MemoryTrack(rate, faint, faint));

        master(
                input,
                "out.wav",
                new MasteringOptions(Wishes.ofAmount(0), OutputChoice.USUAL.withBitDepth(16)),
                PersonalTaste.NONE);

        double[][] out = Samples.of(folder.resolve("out.wav"));
        assertThat(MediaFile.of(folder.resolve("out.wav")).info().bitDepth()).isEqualTo(16);
        assertThat(Measuring.levelDb(rate, out, 1_000)).isCloseTo(-102, within(1.5));
        assertThat(Measuring.levelDb(rate, out, 3_000))
                .as("rounding alone would give harmonics")
                .isLessThan(-120);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24})
    void theBitDepthAskedForIsWritten(int bitDepth) {
        Path input = Encoding.MP3.write(folder, "song", Samples.music(44_100, 2));

        for (String name : List.of("out.flac", "out.wav")) {
            MasteringReport report = master(
                    input,
                    name,
                    new MasteringOptions(Wishes.NONE, OutputChoice.USUAL.withBitDepth(bitDepth)),
                    PersonalTaste.NONE);
            assertThat(MediaFile.of(report.output()).info().bitDepth()).isEqualTo(bitDepth);
        }
    }

    @Test
    void silenceStaysAndIsExplained() {
        double[] silence = new double[48_000];
        Path input = Encoding.WAV.write(folder, "silence", new MemoryTrack(48_000, silence, silence));

        MasteringReport report = master(input, "out.flac");

        assertThat(report.notes()).anyMatch(note -> note.contains("silent or too short"));
        assertThat(Arrays.stream(Samples.of(report.output())[0])
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .isLessThan(1e-4);
    }

    @Test
    void aSingleSampleIsMastered() {
        Path input = Encoding.WAV.write(folder, "click", new MemoryTrack(48_000, new double[] {0.5}));

        assertThat(Samples.of(master(input, "out.flac").output())[0]).hasSize(1);
    }

    @Test
    void theInputIsNeverOverwritten() throws IOException {
        Path input = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 1));
        byte[] before = Files.readAllBytes(input);
        Files.createSymbolicLink(folder.resolve("link.flac"), input);

        for (String output : List.of("song.flac", "./song.flac", "link.flac")) {
            assertThatThrownBy(() -> master(input, output))
                    .isInstanceOfSatisfying(
                            MediaException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(MediaException.Kind.BAD_INPUT))
                    .hasMessage("The output is the input itself; song.flac is never overwritten.");
        }
        assertThat(input).hasBinaryContent(before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"FLAC", "MP3", "ALAC"})
    void aTruncatedInputLeavesNoOutput(Encoding encoding) throws IOException {
        Path input = encoding.write(folder, "song", Samples.music(44_100, 5));
        byte[] whole = Files.readAllBytes(input);
        Files.write(input, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> master(input, "out.flac")).isInstanceOf(MediaException.class);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(input);
        }
    }
}
