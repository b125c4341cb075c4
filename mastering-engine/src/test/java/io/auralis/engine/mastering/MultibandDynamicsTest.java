package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Samples;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultibandDynamicsTest {
    private static final int RATE_HZ = 48_000;
    private static final DynamicsCurve LOWERING = new DynamicsCurve(false, -12);

    private static List<Double> flat(int bands) {
        return Collections.nCopies(bands, 1.0);
    }

    private static MultibandDynamics multiband(int rate, int channels, DynamicsCurve curve) {
        AudioFormat format = new AudioFormat(rate, channels);
        int bands = BandSplit.held(BandSplit.CROSSOVERS_HZ, rate).size() + 1;
        return new MultibandDynamics(format, curve, flat(bands), BandSplit.CROSSOVERS_HZ);
    }

    /** One gain for all frequencies, as a control. */
    private static MultibandDynamics broadband(int channels, DynamicsCurve curve) {
        return new MultibandDynamics(new AudioFormat(RATE_HZ, channels), curve, flat(1), List.of());
    }

    private static double[][] through(Stage stage, MemoryTrack track) {
        double[][] out = new double[track.format().channels()][track.frames()];
        int[] at = new int[1];
        Chain.run(track, List.of(stage), Progress.NONE, "", block -> {
            for (int channel = 0; channel < out.length; channel++) {
                System.arraycopy(block.channel(channel), 0, out[channel], at[0], block.frames());
            }
            at[0] += block.frames();
        });
        assertThat(at[0]).isEqualTo(track.frames());
        return out;
    }

    @ParameterizedTest
    @CsvSource({"8000, 1", "44100, 2", "96000, 6", "384000, 2"})
    void whatIsUnderTheCurvesFloorComesOutBitForBit(int rate, int channels) {
        MemoryTrack music = Samples.music(rate, channels, 1);
        double[][] out = through(multiband(rate, channels, new DynamicsCurve(false, 2)), music);
        assertThat(out).isDeepEqualTo(Samples.of(music));
    }

    @Test
    void afterAPeakIsOverTheSamplesComeOutBitForBitAgain() {
        double[] quiet = MemoryTrack.tone(RATE_HZ, 2, 440, -30);
        double[] samples = MemoryTrack.join(quiet, MemoryTrack.tone(RATE_HZ, 0.1, 60, -3), quiet);
        double[][] out = through(multiband(RATE_HZ, 1, LOWERING), new MemoryTrack(RATE_HZ, samples));
        int from = samples.length - RATE_HZ;
        assertThat(Arrays.copyOfRange(out[0], from, samples.length))
                .isEqualTo(Arrays.copyOfRange(samples, from, samples.length));
    }

    @ParameterizedTest
    @CsvSource({"40, false", "400, false", "2200, false", "12000, false", "40, true", "400, true", "12000, true"})
    void aToneIsMovedByTheStaticCurve(double hertz, boolean expands) {
        DynamicsCurve curve = new DynamicsCurve(expands, -12);
        for (double peakDb : new double[] {-20, -13.5, -12, -9, -6}) {
            double[] tone = MemoryTrack.tone(RATE_HZ, 2, hertz, peakDb);
            double[][] out = through(multiband(RATE_HZ, 1, curve), new MemoryTrack(RATE_HZ, tone));
            double over = peakDb + 12;
            double slope = expands ? 1 : 1 / 16.0 - 1;
            double expected = over <= -1.5 ? 0 : over >= 1.5 ? slope * over : slope * (over + 1.5) * (over + 1.5) / 6;
            assertThat(Measuring.levelDb(RATE_HZ, out, hertz) - peakDb)
                    .as("%s dBFS", peakDb)
                    .isCloseTo(expected, within(0.15));
        }
    }

    @Test
    void aPeakIsLoweredFromItsFirstSampleOnAndReleasedByTheBandsTimeConstant() {
        double[] quiet = MemoryTrack.tone(RATE_HZ, 1, 400, -40);
        double[] samples = MemoryTrack.join(quiet, MemoryTrack.tone(RATE_HZ, 1, 400, -3), quiet);
        double[][] out = through(multiband(RATE_HZ, 1, LOWERING), new MemoryTrack(RATE_HZ, samples));
        double aim = Decibels.toRatio(-12 + 9 / 16.0);
        double highest = 0;
        for (double sample : out[0]) {
            highest = Math.max(highest, Math.abs(sample));
        }
        assertThat(highest).isCloseTo(aim, within(0.01 * aim));
        // The deviation from 1 falls to 1/e every 40 ms in the band from 150 to 1,000 Hz.
        double first = deviation(samples, out[0], 2 * RATE_HZ + 20 * RATE_HZ / 1_000);
        double later = deviation(samples, out[0], 2 * RATE_HZ + 60 * RATE_HZ / 1_000);
        assertThat(later / first).isCloseTo(Math.exp(-1), within(0.03));
    }

    /** 1 less the gain over the 5 ms from a frame on, two waves of 400 Hz. */
    private static double deviation(double[] in, double[] out, int from) {
        double product = 0;
        double square = 0;
        for (int i = from; i < from + RATE_HZ / 200; i++) {
            product += in[i] * out[i];
            square += in[i] * in[i];
        }
        return 1 - product / square;
    }

    @Test
    void aBassDrumDoesNotMoveTheCymbalsAsOneGainForAllDoes() {
        double[] samples = new double[4 * RATE_HZ];
        for (int i = 0; i < samples.length; i++) {
            double inBeat = (double) (i % (RATE_HZ / 2)) / RATE_HZ;
            samples[i] = 0.8 * Math.exp(-inBeat * 20) * Math.sin(2 * Math.PI * 55 * inBeat)
                    + 0.03 * Math.sin(2 * Math.PI * 9_000.0 * i / RATE_HZ);
        }
        MemoryTrack drums = new MemoryTrack(RATE_HZ, samples);
        double[][] bands = through(multiband(RATE_HZ, 1, LOWERING), drums);
        double[][] control = through(broadband(1, LOWERING), drums);
        // By how much the cymbal's level swings, dB.
        assertThat(swingDb(control[0])).isGreaterThan(4);
        assertThat(swingDb(bands[0])).isLessThan(0.4);
    }

    private static double swingDb(double[] samples) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        int window = RATE_HZ / 50;
        for (int from = RATE_HZ; from + window < 3 * RATE_HZ; from += window / 2) {
            double sine = 0;
            double cosine = 0;
            for (int i = from; i < from + window; i++) {
                double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from) / window);
                double phase = 2 * Math.PI * 9_000.0 * i / RATE_HZ;
                sine += hann * samples[i] * Math.sin(phase);
                cosine += hann * samples[i] * Math.cos(phase);
            }
            double level = Math.hypot(sine, cosine);
            least = Math.min(least, level);
            most = Math.max(most, level);
        }
        return Decibels.of(most / least);
    }

    @Test
    void allChannelsAreMovedAlike() {
        double[] loud = MemoryTrack.tone(RATE_HZ, 1, 400, -3);
        double[] quiet = MemoryTrack.tone(RATE_HZ, 1, 400, -30);
        double[][] out = through(
                multiband(RATE_HZ, 3, LOWERING), new MemoryTrack(RATE_HZ, quiet, new double[quiet.length], loud));
        double moved = Measuring.levelDb(RATE_HZ, new double[][] {out[2]}, 400) + 3;
        assertThat(moved).isLessThan(-7);
        assertThat(Measuring.levelDb(RATE_HZ, out, 400) + 30).isCloseTo(moved, within(0.01));
    }

    @Test
    void makeupIsTheBandsGain() {
        MemoryTrack tones = new MemoryTrack(RATE_HZ, MemoryTrack.tone(RATE_HZ, 1, 30, -40));
        Stage stage = new MultibandDynamics(
                new AudioFormat(RATE_HZ, 1), LOWERING, List.of(2.0, 1.0, 1.0, 1.0), BandSplit.CROSSOVERS_HZ);
        double[][] out = through(stage, tones);
        double part = new GaussianLowPass(150, RATE_HZ, 512).amplitude(30, RATE_HZ);
        assertThat(Measuring.levelDb(RATE_HZ, out, 30) + 40).isCloseTo(Decibels.of(1 + part), within(0.01));
        assertThatThrownBy(() -> new MultibandDynamics(
                        new AudioFormat(RATE_HZ, 1), LOWERING, List.of(1.0), BandSplit.CROSSOVERS_HZ))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 bands");
    }

    /** Lower strokes alone would make another drum of it: one that is dull, or one without its body. */
    @Test
    void whatIsNothingButStrokesKeepsItsPlaceInTheTone() {
        MemoryTrack music = Samples.music(RATE_HZ, 4);
        DynamicsProbe probe = new DynamicsProbe(music.format(), 0);
        Chain.run(music, List.of(), Progress.NONE, "", probe.parts());
        probe.finish();

        DynamicsSetting setting = probe.settingFor(probe.crestDb() - 6).orElseThrow();

        assertThat(Collections.max(setting.levelsDb()) - Collections.min(setting.levelsDb()))
                .isCloseTo(3, within(0.05));
        double[][] out = through(new MultibandDynamics(music.format(), setting), music);
        double[][] in = Samples.of(music);
        double lows = Measuring.levelDb(RATE_HZ, out, 60) - Measuring.levelDb(RATE_HZ, in, 60);
        double chord = Measuring.levelDb(RATE_HZ, out, 277.2) - Measuring.levelDb(RATE_HZ, in, 277.2);
        assertThat(chord - lows).isBetween(1.5, 4.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -2, -1, -0.5, 0.5, 1})
    void theProbeForetellsTheCrestFactorAndTheWidthThatTheStageLeaves(double change) {
        MemoryTrack music = Samples.withBass(Samples.music(RATE_HZ, 4));
        AudioFormat format = music.format();
        DynamicsProbe probe = new DynamicsProbe(format, 0);
        Chain.run(music, List.of(), Progress.NONE, "", probe.parts());
        probe.finish();
        double own = Measuring.meters(RATE_HZ, Samples.of(music)).crestDb();
        assertThat(probe.crestDb()).isCloseTo(own, within(1e-6));

        DynamicsSetting setting = probe.settingFor(own + change).orElseThrow();

        assertThat(setting.crestDb()).isCloseTo(own + change, within(1e-6));
        double[][] out = through(new MultibandDynamics(format, setting), music);
        assertThat(Measuring.meters(RATE_HZ, out).crestDb()).isCloseTo(own + change, within(0.2));
        assertThat(Measuring.width(out)).isCloseTo(setting.midSide().width(), within(0.002));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingIsAllocatedPerBlock(boolean widens) {
        AudioFormat format = new AudioFormat(RATE_HZ, 2);
        Stage stage = widens
                ? new Widener(format, new WidthSetting(1, List.of(1.0, 1.2, 1.3, 1.1, 1.3), false, false))
                : multiband(RATE_HZ, 2, LOWERING);
        AudioBlock block = new AudioBlock(2, 4_096);
        block.setFrames(4_096);
        for (int i = 0; i < 4_096; i++) {
            block.channel(0)[i] = Math.sin(i * 0.05);
            block.channel(1)[i] = Math.sin(i * 0.07);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (int i = 0; i < 50; i++) {
            stage.process(block);
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 50; i++) {
            stage.process(block);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(50 * 64);
    }
}
