package io.auralis.engine.meter;

import static io.auralis.engine.audio.MemoryTrack.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The synthesisable cases of EBU Tech 3341 v4 (November 2023) table 1 and Tech 3342 v4, with their tolerances, at every
 * usual rate. Tones are 1 kHz, in phase on both channels, levels in peak dBFS.
 */
class EbuTest {
    private static final double LOUDNESS_TOLERANCE = 0.1;

    @ParameterizedTest
    @ValueSource(ints = {32_000, 44_100, 48_000, 88_200, 96_000, 192_000})
    void cases1And2SteadyTonesReadTheirLevelOnEveryScale(int rate) {
        for (double level : new double[] {-23, -33}) {
            LoudnessMeter meter = hear(stereo(rate, tone(rate, 20, level)));
            assertThat(meter.integratedLufs()).isCloseTo(level, within(LOUDNESS_TOLERANCE));
            assertThat(meter.momentaryLufs()).isCloseTo(level, within(LOUDNESS_TOLERANCE));
            assertThat(meter.shortTermLufs()).isCloseTo(level, within(LOUDNESS_TOLERANCE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void cases3To5AreGated(int rate) {
        assertThat(integrated(rate, 10, -36, 60, -23, 10, -36)).isCloseTo(-23, within(LOUDNESS_TOLERANCE));
        assertThat(integrated(rate, 10, -72, 10, -36, 60, -23, 10, -36, 10, -72))
                .isCloseTo(-23, within(LOUDNESS_TOLERANCE));
        assertThat(integrated(rate, 20, -26, 20.1, -20, 20, -26)).isCloseTo(-23, within(LOUDNESS_TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case6WeighsTheChannelsOfASurroundTrack(int rate) {
        double[] front = tone(rate, 20, -28);
        double[] centre = tone(rate, 20, -24);
        double[] back = tone(rate, 20, -30);
        assertThat(hear(new MemoryTrack(rate, front, front, centre, back, back)).integratedLufs())
                .isCloseTo(-23, within(LOUDNESS_TOLERANCE));
        double[] lowFrequencyEffects = MemoryTrack.tone(rate, 20, 40, 0);
        assertThat(hear(new MemoryTrack(rate, front, front, centre, lowFrequencyEffects, back, back))
                        .integratedLufs())
                .isCloseTo(-23, within(LOUDNESS_TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case9ShortTermStaysConstantAfterThreeSeconds(int rate) {
        double[] signal = repeat(5, join(tone(rate, 1.34, -20), tone(rate, 1.66, -30)));
        hear(
                stereo(rate, signal),
                rate * 3,
                meter -> assertThat(meter.shortTermLufs()).isCloseTo(-23, within(LOUDNESS_TOLERANCE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case10ShortTermMaximumFindsAToneWhereverItStarts(int rate) {
        for (int i = 0; i < 20; i++) {
            double[] signal = join(silence(rate, 0.15 * i), tone(rate, 3, -23), silence(rate, 1));
            assertThat(hear(stereo(rate, signal)).maxShortTermLufs())
                    .as("file %s", i)
                    .isCloseTo(-23, within(LOUDNESS_TOLERANCE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case11ShortTermMaximumFollowsALiveSignal(int rate) {
        assertLiveMaxima(rate, 3, 0.15, LoudnessMeter::maxShortTermLufs);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case12MomentaryStaysConstantAfterOneSecond(int rate) {
        double[] signal = repeat(25, join(tone(rate, 0.18, -20), tone(rate, 0.22, -30)));
        hear(
                stereo(rate, signal),
                rate,
                meter -> assertThat(meter.momentaryLufs()).isCloseTo(-23, within(LOUDNESS_TOLERANCE)));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case13MomentaryMaximumFindsAToneWhereverItStarts(int rate) {
        for (int i = 0; i < 20; i++) {
            double[] signal = join(silence(rate, 0.02 * i), tone(rate, 0.4, -23), silence(rate, 1));
            assertThat(hear(stereo(rate, signal)).maxMomentaryLufs())
                    .as("file %s", i)
                    .isCloseTo(-23, within(LOUDNESS_TOLERANCE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void case14MomentaryMaximumFollowsALiveSignal(int rate) {
        assertLiveMaxima(rate, 0.4, 0.02, LoudnessMeter::maxMomentaryLufs);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void cases15To19TruePeakOfTonesBetweenTheSamples(int rate) {
        assertTruePeak(rate, -6, 4, 0, 0.5);
        assertTruePeak(rate, -6, 4, 45, 0.5);
        assertTruePeak(rate, -6, 6, 60, 0.5);
        assertTruePeak(rate, -6, 8, 67.5, 0.5);
        assertTruePeak(rate, 3, 4, 45, 1.41);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void cases20To23TruePeakOfABurstAtAnyOffset(int rate) {
        double[] oversampled = burst(rate * 4);
        for (int offset = 0; offset < 4; offset++) {
            double[] signal = new double[oversampled.length / 4];
            for (int i = 0; i < signal.length; i++) {
                signal[i] = oversampled[4 * i + offset];
            }
            assertTruePeak(0, stereo(rate, signal));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 88_200, 96_000, 192_000})
    void tech3342LoudnessRangeOfSteps(int rate) {
        assertThat(range(rate, -20, -30)).isCloseTo(10, within(1.0));
        assertThat(range(rate, -20, -15)).isCloseTo(5, within(1.0));
        assertThat(range(rate, -40, -20)).isCloseTo(20, within(1.0));
        assertThat(range(rate, -50, -35, -20, -35, -50)).isCloseTo(15, within(1.0));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 22_050, 44_100, 48_000, 176_400, 384_000})
    void aFullScaleToneInOneChannelReadsTheStandardsCalibration(int rate) {
        MemoryTrack track = new MemoryTrack(rate, MemoryTrack.tone(rate, 3, 997, 0), silence(rate, 3));
        assertThat(hear(track).integratedLufs()).isCloseTo(-3.01, within(0.1));
    }

    /** Twenty tones one after another, each 1 dB louder and a step later in its stretch; the meter is never reset. */
    private static void assertLiveMaxima(
            int rate, double seconds, double stepSeconds, ToDoubleFunction<LoudnessMeter> maximum) {
        LoudnessMeter meter = new LoudnessMeter(new AudioFormat(rate, 2));
        for (int i = 0; i < 20; i++) {
            double[] signal = join(
                    silence(rate, stepSeconds * i),
                    tone(rate, seconds, -38 + i),
                    silence(rate, seconds - stepSeconds * i));
            read(stereo(rate, signal), rate / 100, meter::accept);
            assertThat(maximum.applyAsDouble(meter)).as("step %s", i).isCloseTo(-38 + i, within(LOUDNESS_TOLERANCE));
        }
    }

    private static void assertTruePeak(int rate, double dbtp, double divisor, double phaseDegrees, double peak) {
        double[] signal = MemoryTrack.channel(
                rate, 1, i -> peak * Math.sin(2 * Math.PI * i / divisor + Math.toRadians(phaseDegrees)));
        fade(signal, rate / 100);
        assertTruePeak(dbtp, stereo(rate, signal));
    }

    private static void assertTruePeak(double dbtp, MemoryTrack track) {
        TruePeakMeter meter = new TruePeakMeter(2);
        read(track, 4096, meter::accept);
        meter.finish();
        assertThat(meter.truePeakDbtp()).isBetween(dbtp - 0.4, dbtp + 0.2);
        assertThat(meter.safetyPeakDbtp()).isBetween(dbtp - 0.4, dbtp + 0.2);
    }

    /** A tone of fs/6 at half scale with one period of fs/4 at full scale, both continuous in phase, low-passed to fs/2. */
    private static double[] burst(int rate) {
        double[] signal = new double[rate / 2];
        double phase = 0;
        int burstStart = (rate / 4) / 24 * 24;
        for (int i = 0; i < signal.length; i++) {
            boolean inBurst = i >= burstStart && i < burstStart + 16;
            signal[i] = (inBurst ? 1 : 0.5) * Math.sin(phase);
            phase += 2 * Math.PI / (inBurst ? 16 : 24);
        }
        fade(signal, rate / 100);
        double[] taps = new double[193];
        double sum = 0;
        for (int k = 0; k < taps.length; k++) {
            double x = k - 96;
            double sinc = x == 0 ? 0.25 : Math.sin(Math.PI * x / 4) / (Math.PI * x);
            taps[k] = sinc * (0.5 + 0.5 * Math.cos(Math.PI * x / 97));
            sum += taps[k];
        }
        double[] filtered = new double[signal.length];
        for (int i = 0; i < signal.length; i++) {
            for (int k = 0; k < taps.length; k++) {
                int at = i + k - 96;
                filtered[i] += at < 0 || at >= signal.length ? 0 : signal[at] * taps[k] / sum;
            }
        }
        return filtered;
    }

    private static void fade(double[] signal, int frames) {
        for (int i = 0; i < frames; i++) {
            signal[i] *= (double) i / frames;
            signal[signal.length - 1 - i] *= (double) i / frames;
        }
    }

    private static double integrated(int rate, double... secondsAndLevels) {
        return hear(stereo(rate, steps(rate, secondsAndLevels))).integratedLufs();
    }

    private static double range(int rate, double... levels) {
        double[] secondsAndLevels = new double[2 * levels.length];
        for (int i = 0; i < levels.length; i++) {
            secondsAndLevels[2 * i] = 20;
            secondsAndLevels[2 * i + 1] = levels[i];
        }
        return hear(stereo(rate, steps(rate, secondsAndLevels))).loudnessRangeLu();
    }

    private static double[] steps(int rate, double... secondsAndLevels) {
        double[] signal = {};
        for (int i = 0; i < secondsAndLevels.length; i += 2) {
            signal = join(signal, tone(rate, secondsAndLevels[i], secondsAndLevels[i + 1]));
        }
        return signal;
    }

    /** 1 kHz; ten whole periods are 10 ms at every rate here, so one sine is made for them all. */
    private static double[] tone(int rate, double seconds, double peakDbfs) {
        double[] periods = MemoryTrack.tone(rate, 0.01, 1000, peakDbfs);
        double[] tone = new double[(int) Math.round(seconds * rate)];
        for (int from = 0; from < tone.length; from += periods.length) {
            System.arraycopy(periods, 0, tone, from, Math.min(periods.length, tone.length - from));
        }
        return tone;
    }

    private static double[] silence(int rate, double seconds) {
        return new double[(int) Math.round(rate * seconds)];
    }

    private static double[] repeat(int times, double[] piece) {
        double[][] pieces = new double[times][];
        Arrays.fill(pieces, piece);
        return join(pieces);
    }

    private static MemoryTrack stereo(int rate, double[] signal) {
        return new MemoryTrack(rate, signal, signal);
    }

    private static LoudnessMeter hear(MemoryTrack track) {
        return hear(track, Integer.MAX_VALUE, meter -> {});
    }

    /** Looks at the meter every 10 ms from a frame on. */
    private static LoudnessMeter hear(MemoryTrack track, int fromFrame, Consumer<LoudnessMeter> look) {
        LoudnessMeter meter = new LoudnessMeter(track.format());
        int[] heard = {0};
        read(track, track.format().sampleRateHz() / 100, block -> {
            meter.accept(block);
            heard[0] += block.frames();
            if (heard[0] >= fromFrame) {
                look.accept(meter);
            }
        });
        return meter;
    }

    private static void read(MemoryTrack track, int blockFrames, Consumer<AudioBlock> hear) {
        AudioBlock block = new AudioBlock(track.format().channels(), blockFrames);
        try (AudioSource source = track.open()) {
            while (source.read(block)) {
                hear.accept(block);
            }
        }
    }
}
