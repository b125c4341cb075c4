package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.curves.TrackCurves;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.Samples;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.ToneBand;
import io.auralis.engine.plan.Wish;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlbumTest {
    private static final int RATE_HZ = 44_100;

    @TempDir
    Path folder;

    private MasteredAlbum master(MasteringOptions options, String extension, List<Path> inputs) {
        return MasteredAlbum.of(folder, options, extension, inputs);
    }

    private Path track(String name, double[][] samples, double lufs) {
        double gain = Decibels.toRatio(lufs - Measuring.meters(RATE_HZ, samples).integratedLufs());
        double[][] levelled = Arrays.stream(samples)
                .map(channel ->
                        Arrays.stream(channel).map(sample -> sample * gain).toArray())
                .toArray(double[][]::new);
        return Encoding.WAV_FLOAT.write(folder, name, new MemoryTrack(RATE_HZ, levelled));
    }

    private static double[][] music() {
        return Samples.of(Samples.music(RATE_HZ, 6));
    }

    /** Dull and without drums: the tone that lifts the other's treble does not lift it. */
    private static double[][] hum() {
        double[][] made = new double[2][5 * RATE_HZ];
        for (int i = 0; i < made[0].length; i++) {
            double t = (double) i / RATE_HZ;
            double swell = 0.5 + 0.4 * Math.sin(2 * Math.PI * 0.3 * t);
            made[0][i] = 0.2 * swell * (Math.sin(2 * Math.PI * 110 * t) + Math.sin(2 * Math.PI * 165 * t));
            made[1][i] = 0.2 * swell * (Math.sin(2 * Math.PI * 110 * t) + Math.sin(2 * Math.PI * 166 * t));
        }
        return made;
    }

    private static double[][] hiss() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] made = new double[2][7 * RATE_HZ];
        for (int i = 0; i < made[0].length; i++) {
            double centre = random.nextDouble() - 0.5;
            made[0][i] = 0.1 * (centre + 0.4 * (random.nextDouble() - 0.5));
            made[1][i] = 0.1 * (centre + 0.4 * (random.nextDouble() - 0.5));
        }
        return made;
    }

    /** Quiet but for a click every half second that stands 30 dB over the rest. */
    private static double[][] clicks() {
        double[][] made = hum();
        for (int i = 0; i < made[0].length; i += RATE_HZ / 2) {
            for (int k = 0; k < 40 && i + k < made[0].length; k++) {
                double click = 9 * Math.exp(-k / 8.0) * Math.cos(k * 0.4);
                made[0][i + k] += click;
                made[1][i + k] += click;
            }
        }
        return made;
    }

    private List<Path> threeTracks() {
        return List.of(track("loud", music(), -20), track("middle", hum(), -23), track("quiet", hiss(), -30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flac", "mp3"})
    void theAlbumComesToItsLoudnessAndTheTracksKeepTheirDistances(String extension) {
        MasteringOptions options = new MasteringOptions(Wishes.NONE.withLoudness(Wish.asked(-18)), OutputChoice.USUAL);

        MasteredAlbum album = master(options, extension, threeTracks());

        assertThat(album.level().heldBackDb()).isZero();
        assertThat(album.albumLufs()).isCloseTo(-18, within(0.1));
        assertThat(album.distanceLu(0, 1)).isCloseTo(3, within(0.1));
        assertThat(album.distanceLu(0, 2)).isCloseTo(10, within(0.1));
        assertThat(album.reportedLufs()).isCloseTo(album.albumLufs(), within(0.1));
    }

    /** The tone moves the hiss against the hum, so that another part of the album passes the gates than before. */
    @ParameterizedTest
    @ValueSource(ints = {-24, -26, -27, -28, -29, -30})
    void whatTheToneLetsPassTheGatesIsMadeUpForByTheCommonGain(int lufs) {
        double[][] both = new double[2][];
        double[][] hum = hum();
        double[][] hiss = hiss();
        double gain = Decibels.toRatio(Measuring.meters(RATE_HZ, hum).integratedLufs()
                - Measuring.meters(RATE_HZ, hiss).integratedLufs());
        for (int channel = 0; channel < 2; channel++) {
            both[channel] = MemoryTrack.join(
                    hum[channel],
                    Arrays.stream(hiss[channel]).map(sample -> sample * gain).toArray());
        }
        MasteringOptions options = new MasteringOptions(Wishes.NONE.withLoudness(Wish.asked(-18)), OutputChoice.USUAL);

        MasteredAlbum album = master(options, "flac", List.of(track("loud", music(), -15), track("both", both, lufs)));

        assertThat(album.reportedLufs()).isCloseTo(-18 - album.level().heldBackDb(), within(0.1));
        assertThat(album.distanceLu(0, 1)).isCloseTo(-15 - lufs, within(0.1));
    }

    @Test
    void oneTrackThatWouldBeCrushedHoldsBackAllOfThem() {
        List<Path> inputs = new ArrayList<>(threeTracks());
        inputs.add(track("clicks", clicks(), -23));

        MasteredAlbum album = master(MasteringOptions.DEFAULT, "flac", inputs);

        double held = album.level().heldBackDb();
        assertThat(held).isGreaterThan(3);
        assertThat(album.level().heldBackBy())
                .hasValueSatisfying(file -> assertThat(file).startsWith("clicks"));
        assertThat(album.level().note()).isPresent();
        assertThat(album.albumLufs()).isCloseTo(album.level().targetLufs() - held, within(0.1));
        assertThat(album.distanceLu(0, 1)).isCloseTo(3, within(0.1));
        assertThat(album.distanceLu(0, 2)).isCloseTo(10, within(0.1));
        assertThat(album.distanceLu(1, 3)).isCloseTo(0, within(0.1));
        for (AlbumTrackReport track : album.tracks()) {
            assertThat(track.report().after().truePeakDbtp())
                    .isLessThanOrEqualTo(track.report().plan().value("ceiling"));
        }
    }

    @Test
    void allTracksGetOneToneAndKeepWhatTellsThemApart() {
        MasteredAlbum album = master(MasteringOptions.DEFAULT, "flac", threeTracks());

        List<MasteringReport> reports =
                album.tracks().stream().map(AlbumTrackReport::report).toList();
        for (ToneBand band : ToneBand.values()) {
            assertThat(reports)
                    .extracting(report -> report.plan().value(band.parameterName()))
                    .containsOnly(album.decided().plan().whole().value(band.parameterName()));
        }
        assertThat(reports)
                .extracting(MasteringReport::detection)
                .containsOnly(album.decided().detection());
        for (MasteringReport report : reports) {
            assertThat(report.plan().parameters())
                    .extracting(PlannedParameter::reason)
                    .allSatisfy(reason -> assertThat(reason).contains("; album: one decision for 3 tracks"));
        }
        double before =
                reports.get(0).before().crestDb() - reports.get(2).before().crestDb();
        assertThat(reports.get(0).plan().value("punch") - reports.get(2).plan().value("punch"))
                .isCloseTo(before, within(0.001));
        double music = reports.get(0).plan().value("width");
        double hiss = reports.get(2).plan().value("width");
        assertThat(music).isNotEqualTo(hiss);
    }

    /** The source is heard along with the last pass, whichever way it comes through the chain. */
    @ParameterizedTest
    @ValueSource(strings = {"flac", "mp3"})
    void theCurvesAreThoseOfTheSourceAndOfTheOutput(String extension) {
        MasteredAlbum album = master(MasteringOptions.DEFAULT.recording(true), extension, threeTracks());

        for (AlbumTrackReport track : album.tracks()) {
            MasteringReport report = track.report();
            MasteringReport.Curves curves = report.curves();
            assertThat(curves).isNotNull();
            assertThat(highest(curves.before()))
                    .isCloseTo(report.before().maxShortTermLufs(), within(0.1))
                    .isLessThanOrEqualTo(report.before().maxShortTermLufs() + 1e-9);
            assertThat(highest(curves.after()))
                    .isCloseTo(report.after().maxShortTermLufs(), within(0.1))
                    .isLessThanOrEqualTo(report.after().maxShortTermLufs() + 1e-9);
        }
    }

    private static double highest(TrackCurves curves) {
        return Collections.max(curves.shortTermLufs().values());
    }

    @Test
    void anAlbumThatIsToStayAsItIsIsCopied() {
        List<Path> inputs = List.of(
                Encoding.FLAC.write(folder, "one", Samples.music(RATE_HZ, 2)),
                Encoding.FLAC.write(folder, "two", Samples.music(RATE_HZ, 3)));

        MasteredAlbum album = master(new MasteringOptions(Wishes.ofAmount(0), OutputChoice.USUAL), "wav", inputs);

        assertThat(album.level().gainDb()).isZero();
        for (int track = 0; track < 2; track++) {
            assertThat(Samples.of(album.tracks().get(track).report().output()))
                    .isDeepEqualTo(Samples.of(inputs.get(track)));
        }
    }

    @Test
    void aSilentTrackStaysSilentAndDoesNotStopTheOthers() {
        Path silence = Encoding.FLAC.write(folder, "silence", new MemoryTrack(RATE_HZ, new double[2][RATE_HZ]));
        MasteringOptions options = new MasteringOptions(Wishes.NONE.withLoudness(Wish.asked(-20)), OutputChoice.USUAL);

        MasteredAlbum album = master(options, "flac", List.of(track("loud", music(), -20), silence));

        assertThat(album.lufs(0)).isCloseTo(-20, within(0.1));
        assertThat(album.tracks().get(1).report().notes())
                .anySatisfy(note -> assertThat(note).startsWith("The loudness was left as it is"));
    }
}
