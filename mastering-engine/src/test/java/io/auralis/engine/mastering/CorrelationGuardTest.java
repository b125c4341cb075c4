package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.media.Samples;
import io.auralis.engine.meter.Meters;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One tone per band, whose side is a part of its mid a quarter period off, so that the correlation follows from the part. */
class CorrelationGuardTest {
    private static final int RATE_HZ = 48_000;
    private static final double[] HERTZ = {60, 400, 1_000, 3_000, 9_000};

    @TempDir
    Path folder;

    /** @param parts of the side, per band */
    private MemoryTrack tones(double... parts) {
        return new MemoryTrack(RATE_HZ, channel(1, parts), channel(-1, parts));
    }

    private static double[] channel(int sign, double... parts) {
        return MemoryTrack.channel(RATE_HZ, 4, i -> {
            double sum = 0;
            for (int band = 0; band < HERTZ.length; band++) {
                double phase = 2 * Math.PI * HERTZ[band] * i / RATE_HZ;
                sum += 0.05 * (Math.sin(phase) + sign * parts[band] * Math.cos(phase));
            }
            return sum;
        });
    }

    private record Out(double[][] samples, List<String> notes) {
        /** Power of side over mid of one tone, 1 where left and right are uncorrelated. */
        double sideOverMid(int band) {
            double[][] mid = {mixed(1)};
            double[][] side = {mixed(-1)};
            double db = Measuring.levelDb(RATE_HZ, side, HERTZ[band]) - Measuring.levelDb(RATE_HZ, mid, HERTZ[band]);
            return Math.pow(10, db / 10);
        }

        double correlation(int band) {
            // Mid and side are a quarter period apart, so left and right are equally strong.
            double share = sideOverMid(band);
            return (1 - share) / (1 + share);
        }

        private double[] mixed(int sign) {
            double[] mixed = samples[0].clone();
            for (int i = 0; i < mixed.length; i++) {
                mixed[i] = 0.5 * (mixed[i] + sign * samples[1][i]);
            }
            return mixed;
        }
    }

    private Out master(MemoryTrack track, double width) {
        MediaFile file = MediaFile.of(Encoding.WAV_FLOAT.write(folder, "in", track));
        Path output = folder.resolve("out.wav");
        OutputSpec spec = OutputSpec.like(file.info(), OutputFormat.WAV, 24);
        Meters heard = Measuring.meters(RATE_HZ, Samples.of(file));
        Mastering mastering = new Mastering(
                file, file.info(), heard, NeutralPlan.of(width), output, spec, MasteringOptions.DEFAULT, Progress.NONE);
        mastering.carryOut();
        return new Out(Samples.of(output), mastering.notes());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void wideningStopsInTheBandWhereLeftAndRightBecomeUncorrelatedAndGoesOnInTheOthers(int wideBand) {
        double[] parts = {0.2, 0.2, 0.2, 0.2, 0.2};
        parts[wideBand] = 0.8;
        MemoryTrack track = tones(parts);

        Out out = master(track, 0.4);

        assertThat(out.correlation(wideBand)).isBetween(-0.002, 0.03);
        for (int band = 1; band < HERTZ.length; band++) {
            // More than doubled they would be noise.
            double expected = band == wideBand ? 1 : Math.pow(2 * parts[band], 2);
            assertThat(out.sideOverMid(band)).isCloseTo(expected, within(0.02));
        }
        assertThat(out.notes()).anyMatch(note -> note.startsWith("Width is 0.") && note.contains("out of phase"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatOneBandIsHeldBackByTheOthersMakeUpFor(int wideBand) {
        double[] parts = {0.4, 0.4, 0.4, 0.4, 0.4};
        parts[wideBand] = 0.9;
        MemoryTrack track = tones(parts);
        double target = 1.35 * Measuring.width(Samples.of(track));

        Out out = master(track, target);

        assertThat(Measuring.width(out.samples())).isCloseTo(target, within(0.01 * target));
        assertThat(out.notes()).noneMatch(note -> note.startsWith("Width"));
        double[] gains = new double[HERTZ.length];
        for (int band = 1; band < HERTZ.length; band++) {
            assertThat(out.correlation(band)).isGreaterThan(-0.002);
            gains[band] = Math.sqrt(out.sideOverMid(band)) / parts[band];
        }
        int one = wideBand == 1 ? 2 : 1;
        int other = wideBand == 4 ? 3 : 4;
        assertThat(gains[wideBand]).isCloseTo(1 / 0.9, within(0.02));
        assertThat(gains[one]).isGreaterThan(1.2).isCloseTo(gains[other], within(0.02));
    }

    @Test
    void aBandThatIsOutOfPhaseAlreadyIsNotMadeWorse() {
        Out out = master(tones(0.2, 0.2, 1.3, 0.2, 0.2), 0.5);

        assertThat(out.sideOverMid(2)).isCloseTo(1.69, within(0.01));
        assertThat(out.sideOverMid(1)).isCloseTo(0.16, within(0.01));
    }

    @Test
    void wideningWithRoomInAllBandsReachesThePlanWithoutANote() {
        MemoryTrack track = tones(0.3, 0.3, 0.3, 0.3, 0.3);
        double own = Measuring.width(Samples.of(track));

        Out out = master(track, 1.5 * own);

        assertThat(Measuring.width(out.samples())).isCloseTo(1.5 * own, within(0.005));
        assertThat(out.notes()).noneMatch(note -> note.startsWith("Width"));
    }

    @Test
    void narrowingIsNotGuarded() {
        Out out = master(tones(0.2, 0.2, 1.3, 0.2, 0.2), 0.05);

        assertThat(Measuring.width(out.samples())).isCloseTo(0.05, within(0.005));
    }

    @Test
    void whatMonoHearsBelow120HzStaysAsItWasAndTheSideThereIsNotRaised() {
        double[] parts = {0.4, 0.3, 0.3, 0.3, 0.3};
        MemoryTrack track = tones(parts);
        double own = Measuring.width(Samples.of(track));
        Out kept = master(track, own);

        Out widened = master(track, 1.5 * own);

        // The loudness stage shifts all alike; what counts is how the lows stand to the other mids.
        assertThat(lowsInMonoDb(widened)).isCloseTo(lowsInMonoDb(kept), within(0.1));
        assertThat(10 * Math.log10(widened.sideOverMid(0)) - 10 * Math.log10(kept.sideOverMid(0)))
                .isLessThan(0.1);
        assertThat(widened.sideOverMid(2)).isGreaterThan(1.4 * kept.sideOverMid(2));
    }

    private static double lowsInMonoDb(Out out) {
        double[][] mono = {out.mixed(1)};
        return Measuring.levelDb(RATE_HZ, mono, HERTZ[0]) - Measuring.levelDb(RATE_HZ, mono, HERTZ[2]);
    }
}
