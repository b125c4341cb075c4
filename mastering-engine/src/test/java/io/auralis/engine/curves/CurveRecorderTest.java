package io.auralis.engine.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.meter.LoudnessMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is drawn is what a direct computation over the whole track gives. */
class CurveRecorderTest {
    private static final int RATE_HZ = 44_100;

    private static TrackCurves recorded(MemoryTrack track, int blockFrames) {
        try (AudioSource source = track.open()) {
            CurveRecorder recorder = new CurveRecorder(source.format());
            AudioBlock block = new AudioBlock(source.format().channels(), blockFrames);
            while (source.read(block)) {
                recorder.accept(block);
            }
            return recorder.finish();
        }
    }

    /** Noise whose level wanders, so that no two stretches are alike. */
    private static double[] wanderingNoise(int rateHz, double seconds, long seed) {
        Random random = new Random(seed);
        return MemoryTrack.channel(
                rateHz, seconds, i -> 0.3 * (1 + Math.sin(i / (3.0 * rateHz))) * (random.nextDouble() - 0.5) + 0.01);
    }

    @Test
    void aSteadyToneIsALineAtItsLoudness() {
        double[] tone = MemoryTrack.tone(48_000, 10, 997, -20);
        Curve loudness = recorded(new MemoryTrack(48_000, tone, tone), 4_096).shortTermLufs();
        // 3 s, 3.1 s and so on to 10 s; two channels of a full-scale tone read 0 LUFS (BS.1770-5 Annex 1).
        assertThat(loudness.values())
                .hasSize(71)
                .allSatisfy(lufs -> assertThat(lufs).isCloseTo(-20, within(0.02)));
        assertThat(loudness.seconds(0)).isCloseTo(1.5, within(1e-9));
        assertThat(loudness.seconds(70)).isCloseTo(8.5, within(1e-9));
    }

    @Test
    void theLoudnessOfALongTrackIsTheMeanPowerOfTheMetersReadings() {
        int rateHz = 8_000;
        double[] noise = wanderingNoise(rateHz, 230, 1);
        Curve loudness = recorded(new MemoryTrack(rateHz, noise), 1_000).shortTermLufs();
        List<Double> readings = readings(rateHz, noise);
        int perColumn = (int) Math.round(loudness.stepSeconds() / 0.1);
        assertThat(perColumn).isEqualTo(4);
        assertThat(loudness.values()).hasSize((readings.size() + perColumn - 1) / perColumn);
        for (int column = 0; column < loudness.values().size(); column++) {
            List<Double> merged =
                    readings.subList(column * perColumn, Math.min(readings.size(), (column + 1) * perColumn));
            double mean = merged.stream()
                    .mapToDouble(lufs -> Math.pow(10, lufs / 10))
                    .average()
                    .orElseThrow();
            assertThat(loudness.values().get(column)).isCloseTo(10 * Math.log10(mean), within(1e-9));
        }
        // The first column's readings are of 0 to 3 s up to 0.3 to 3.3 s.
        assertThat(loudness.seconds(0)).isCloseTo(1.65, within(1e-9));
    }

    private static List<Double> readings(int rateHz, double[] samples) {
        LoudnessMeter meter = new LoudnessMeter(new AudioFormat(rateHz, 1));
        int step = rateHz / 10;
        AudioBlock block = new AudioBlock(1, step);
        block.setFrames(step);
        List<Double> readings = new ArrayList<>();
        for (int from = 0; from + step <= samples.length; from += step) {
            System.arraycopy(samples, from, block.channel(0), 0, step);
            meter.accept(block);
            if (from + step >= 3 * rateHz) {
                readings.add(meter.shortTermLufs());
            }
        }
        return readings;
    }

    @Test
    void theWaveformHasTheLowestAndHighestSampleOfEachStretchOverAllChannels() {
        double[] one = wanderingNoise(RATE_HZ, 25.003, 2);
        double[] other = wanderingNoise(RATE_HZ, 25.003, 3);
        TrackCurves curves = recorded(new MemoryTrack(RATE_HZ, one, other), 777);
        int frames = (int) Math.round(curves.lowest().stepSeconds() * RATE_HZ);
        assertThat(frames).isEqualTo(441 * 4);
        assertThat(curves.lowest().values()).hasSize((one.length + frames - 1) / frames);
        assertThat(curves.seconds()).isCloseTo(25.003, within(1e-4));
        for (int column = 0; column < curves.lowest().values().size(); column++) {
            double low = 1;
            double high = -1;
            for (int i = column * frames; i < Math.min(one.length, (column + 1) * frames); i++) {
                low = Math.min(low, Math.min(one[i], other[i]));
                high = Math.max(high, Math.max(one[i], other[i]));
            }
            assertThat(curves.lowest().values().get(column)).isEqualTo(low);
            assertThat(curves.highest().values().get(column)).isEqualTo(high);
        }
    }

    @Test
    void anHourHasNoMoreColumnsThanAFewSeconds() {
        double[] hour = MemoryTrack.tone(8_000, 3_600, 440, -10);
        TrackCurves curves = recorded(new MemoryTrack(8_000, hour), 4_096);
        assertThat(curves.shortTermLufs().values()).hasSizeBetween(500, 1_000);
        assertThat(curves.highest().values()).hasSizeBetween(500, 1_000);
        Curve highest = curves.highest();
        double lastBegins = highest.seconds(highest.values().size() - 1) - highest.stepSeconds() / 2;
        assertThat(lastBegins).isBetween(3_600 - highest.stepSeconds(), 3_600.0);
    }

    @Test
    void aToneStandsInItsThirdOfAnOctaveAtItsMeanSquare() {
        double[] tone = MemoryTrack.tone(RATE_HZ, 8, 1_000, -20);
        List<BandLevel> bands =
                recorded(new MemoryTrack(RATE_HZ, tone, tone), 4_096).bands();
        assertThat(bands).hasSize(30);
        assertThat(bands.get(0).centreHz()).isCloseTo(25.12, within(0.01));
        for (BandLevel band : bands) {
            if (Math.abs(band.centreHz() - 1_000) < 1) {
                assertThat(band.levelDb()).isCloseTo(-23.01, within(0.01));
            } else {
                assertThat(band.levelDb()).as("%.0f Hz", band.centreHz()).isLessThan(-80);
            }
        }
    }

    @Test
    void whiteNoiseRisesByADecibelFromThirdToThird() {
        Random random = new Random(4);
        double[] noise = MemoryTrack.channel(RATE_HZ, 60, i -> 0.1 * random.nextGaussian());
        List<BandLevel> bands = recorded(new MemoryTrack(RATE_HZ, noise), 4_096).bands();
        // A band's power is its part of half the rate; wide bands hold enough lines to be steady.
        for (BandLevel band : bands.subList(10, 29)) {
            double part = band.centreHz() * (Math.pow(10, 0.05) - Math.pow(10, -0.05)) / (RATE_HZ / 2.0);
            assertThat(band.levelDb())
                    .as("%.0f Hz", band.centreHz())
                    .isCloseTo(-20 + 10 * Math.log10(part), within(0.3));
        }
    }

    @Test
    void whatIsTooShortForALineHasNone() {
        TrackCurves none = recorded(new MemoryTrack(RATE_HZ, new double[0]), 64);
        assertThat(none.seconds()).isZero();
        assertThat(none.highest().values()).isEmpty();
        TrackCurves second = recorded(new MemoryTrack(RATE_HZ, MemoryTrack.tone(RATE_HZ, 1, 440, -6)), 64);
        assertThat(second.shortTermLufs().values()).isEmpty();
        assertThat(second.highest().values()).hasSize(100);
    }

    @Test
    void silenceIsNegativeInfinityAndALineAtZero() {
        TrackCurves silence = recorded(new MemoryTrack(RATE_HZ, new double[4 * RATE_HZ]), 4_096);
        assertThat(silence.shortTermLufs().values()).hasSize(11).containsOnly(Double.NEGATIVE_INFINITY);
        assertThat(silence.highest().values()).containsOnly(0.0);
        assertThat(silence.bands())
                .allSatisfy(band -> assertThat(band.levelDb()).isEqualTo(Double.NEGATIVE_INFINITY));
    }
}
