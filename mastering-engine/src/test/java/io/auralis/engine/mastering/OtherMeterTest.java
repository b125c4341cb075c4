package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.meter.SincPeak;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Wish;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ceiling holds on a meter that the limiter does not look through. */
class OtherMeterTest {
    private static final int RATE_HZ = 44_100;
    private static final double HIGHEST_HZ = 21_000;

    @TempDir
    Path folder;

    /** Bursts of noise over a bass: as much of the spectrum's top as cymbals that no coding has filtered. */
    private static MemoryTrack cymbals() {
        SplittableRandom random = new SplittableRandom(5);
        int frames = 8 * RATE_HZ;
        double[][] made = new double[2][frames];
        for (double[] channel : made) {
            double[] noise = lowPassed(random.doubles(frames, -1, 1).toArray());
            for (int i = 0; i < frames; i++) {
                double inBeat = (double) (i % (RATE_HZ / 4)) / RATE_HZ;
                channel[i] =
                        0.6 * Math.exp(-inBeat / 0.05) * noise[i] + 0.1 * Math.sin(2 * Math.PI * 110 * i / RATE_HZ);
            }
        }
        return new MemoryTrack(RATE_HZ, made);
    }

    private static double[] lowPassed(double[] noise) {
        int reach = 400;
        double cut = 2 * HIGHEST_HZ / RATE_HZ;
        double[] passed = new double[noise.length];
        for (int i = 0; i < noise.length; i++) {
            for (int tap = Math.max(-reach, -i); tap <= Math.min(reach, noise.length - 1 - i); tap++) {
                double window = 0.5 + 0.5 * Math.cos(Math.PI * tap / reach);
                double sinc = tap == 0 ? cut : Math.sin(Math.PI * cut * tap) / (Math.PI * tap);
                passed[i] += window * sinc * noise[i + tap];
            }
        }
        return passed;
    }

    @Test
    void cymbalsThatTheLimiterLoweredAreUnderTheCeiling() {
        Path input = Encoding.WAV_FLOAT.write(folder, "song", cymbals());
        Wishes wishes = Wishes.ofAmount(0)
                .withLoudness(new Wish(-9, "as the test wants it"))
                .withCeiling(new Wish(-1, "as the test wants it"));

        MasteringReport report = new Masterer(MediaFile::of)
                .master(
                        input,
                        folder.resolve("out.flac"),
                        new MasteringOptions(wishes, OutputChoice.USUAL.withBitDepth(16)),
                        BuiltInModels.newest().model(),
                        PersonalTaste.NONE,
                        Progress.NONE);

        assertThat(report.levelling().limiterMostReductionDb()).isGreaterThan(2);
        assertThat(SincPeak.dbtp(Samples.of(report.output()))).isBetween(-1.2, -1.0);
    }
}
