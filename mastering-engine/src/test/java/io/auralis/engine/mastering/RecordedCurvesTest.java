package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.curves.TrackCurves;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Wish;
import io.auralis.engine.plan.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report's curves are of the very samples that the meters read, and cost nothing where nobody asks. */
class RecordedCurvesTest {
    private static final int RATE_HZ = 44_100;

    @TempDir
    Path folder;

    private Path song;

    @BeforeEach
    void song() {
        Random random = new Random(7);
        // A drum twice a second, so that there are peaks to limit.
        double[] left = MemoryTrack.channel(
                RATE_HZ,
                6,
                i -> 0.1 * Math.sin(2 * Math.PI * 110 * i / RATE_HZ)
                        + 0.8 * Math.exp(-30.0 * (i % (RATE_HZ / 2)) / RATE_HZ) * (random.nextDouble() - 0.5));
        song = Encoding.WAV_FLOAT.write(folder, "in", new MemoryTrack(RATE_HZ, left, left));
    }

    private MasteringReport master(String output, Wishes wishes, boolean curves) {
        return new Masterer(MediaFile::of)
                .master(
                        song,
                        folder.resolve(output),
                        new MasteringOptions(wishes, OutputChoice.USUAL).recording(curves),
                        BuiltInModels.newest().model(),
                        PersonalTaste.NONE,
                        Progress.NONE);
    }

    private static MasteringReport.Curves curves(MasteringReport report) {
        MasteringReport.Curves curves = report.curves();
        assertThat(curves).isNotNull();
        return curves;
    }

    private static double highestPeak(TrackCurves curves) {
        return Math.max(
                Collections.max(curves.highest().values()),
                -Collections.min(curves.lowest().values()));
    }

    /** Of the file, decoded anew. */
    private static double samplePeak(Path file) {
        return Arrays.stream(Samples.of(file))
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
    }

    @Test
    void recordingChangesNothingOfTheOutput() throws IOException {
        MasteringReport plain = master("plain.flac", Wishes.NONE, false);
        MasteringReport recorded = master("recorded.flac", Wishes.NONE, true);
        assertThat(plain.curves()).isNull();
        assertThat(Files.mismatch(plain.output(), recorded.output())).isEqualTo(-1);
        assertThat(recorded.withoutCurves().curves()).isNull();
    }

    @Test
    void theCurvesAgreeWithTheMetersOfALosslessAndOfALossyFile() {
        for (String output : new String[] {"out.flac", "out.mp3", "out.opus"}) {
            MasteringReport report = master(output, Wishes.NONE, true);
            MasteringReport.Curves curves = curves(report);
            assertThat(curves.before().seconds()).isCloseTo(6, within(0.001));
            assertThat(curves.after().seconds()).isCloseTo(6, within(0.001));
            // Readings every 100 ms miss the highest of those every 10 ms by a little, and never exceed it.
            assertThat(Collections.max(curves.before().shortTermLufs().values()))
                    .isBetween(
                            report.before().maxShortTermLufs() - 0.1,
                            report.before().maxShortTermLufs() + 1e-9);
            assertThat(Collections.max(curves.after().shortTermLufs().values()))
                    .as(output)
                    .isBetween(
                            report.after().maxShortTermLufs() - 0.1,
                            report.after().maxShortTermLufs() + 1e-9);
            assertThat(highestPeak(curves.after())).as(output).isEqualTo(samplePeak(report.output()));
        }
    }

    @Test
    void whatIsNotChangedIsTheSameCurveTwice() {
        MasteringReport.Curves curves = curves(master("same.wav", Wishes.ofAmount(0), true));
        // The file has 24 bits; dither is under a millionth.
        for (int i = 0; i < curves.before().highest().values().size(); i++) {
            assertThat(curves.after().highest().values().get(i))
                    .isCloseTo(curves.before().highest().values().get(i), within(1e-6));
        }
    }

    @Test
    void theReportSaysHowOftenItWasWrittenAndWhatTheLimiterTookOff() {
        MasteringReport quiet = master("quiet.flac", Wishes.NONE.withLoudness(Wish.asked(-30.0)), false);
        assertThat(quiet.levelling()).isEqualTo(new Levelling(1, 0));
        MasteringReport loud = master("loud.flac", Wishes.NONE.withLoudness(Wish.asked(-9.0)), false);
        assertThat(loud.levelling().attempts()).isBetween(1, 8);
        assertThat(loud.levelling().limiterMostReductionDb()).isBetween(0.5, 20.0);
    }
}
