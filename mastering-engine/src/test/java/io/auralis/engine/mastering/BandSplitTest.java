package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bands that add up to the track, without phase, in closed form. */
class BandSplitTest {
    private static final int FRAMES = 1 << 15;

    /** The bands of one channel, bands × frames, and the whole behind them. */
    private static double[][] bands(int rate, int channels, double[] samples) {
        BandSplit split = new BandSplit(new AudioFormat(rate, channels), BandSplit.CROSSOVERS_HZ, 0);
        double[][] bands = new double[split.bands() + 1][samples.length];
        AudioBlock block = new AudioBlock(channels, samples.length);
        int last = channels - 1;
        System.arraycopy(samples, 0, block.channel(last), 0, samples.length);
        for (int from = 0; from < samples.length; ) {
            // Pieces of all lengths: what comes out must not depend on them.
            int frames = Math.min(1 + from % BandSplit.CHUNK_FRAMES, samples.length - from);
            split.take(block, from, frames);
            for (int i = 0; i < frames; i++) {
                double below = 0;
                for (int band = 0; band < split.bands(); band++) {
                    double upTo = split.signal(last, band)[i];
                    bands[band][from + i] = upTo - below;
                    below = upTo;
                }
                bands[split.bands()][from + i] = below;
            }
            split.moveOn(frames);
            from += frames;
        }
        return bands;
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 22_050, 44_100, 96_000, 384_000})
    void theBandsAddUpToTheTrackSampleBySample(int rate) {
        SplittableRandom random = new SplittableRandom(5);
        double[] noise = random.doubles(FRAMES, -1, 1).toArray();
        int latency = new BandSplit(new AudioFormat(rate, 3), BandSplit.CROSSOVERS_HZ, 0).latencyFrames();

        double[][] bands = bands(rate, 3, noise);

        for (int i = latency; i < FRAMES; i++) {
            double sum = 0;
            for (int band = 0; band < bands.length - 1; band++) {
                sum += bands[band][i];
            }
            assertThat(sum).isCloseTo(noise[i - latency], within(1e-13));
            assertThat(bands[bands.length - 1][i]).isEqualTo(noise[i - latency]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 44_100, 96_000, 384_000})
    void everyBandsImpulseResponseIsSymmetricAndALowPasssIsNowhereNegative(int rate) {
        double[] impulse = new double[FRAMES];
        impulse[FRAMES / 2] = 1;
        int middle = FRAMES / 2 + new BandSplit(new AudioFormat(rate, 1), BandSplit.CROSSOVERS_HZ, 0).latencyFrames();

        double[][] bands = bands(rate, 1, impulse);

        double[] lowPassed = new double[FRAMES];
        for (int band = 0; band < bands.length - 1; band++) {
            for (int i = 1; i < FRAMES / 4; i++) {
                assertThat(bands[band][middle + i]).isCloseTo(bands[band][middle - i], within(1e-13));
            }
            for (int i = 0; i < FRAMES; i++) {
                lowPassed[i] += bands[band][i];
                assertThat(lowPassed[i]).isGreaterThan(-1e-13);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 96_000, 192_000})
    void aLowPassHasHalfTheAmplitudeAtItsCrossoverAndTheOneThatItsMeansSay(int rate) {
        for (double crossover : BandSplit.CROSSOVERS_HZ) {
            GaussianLowPass lowPass = new GaussianLowPass(crossover, rate, 512);
            assertThat(lowPass.amplitude(crossover, rate)).isCloseTo(0.5, within(0.06));
            // A bell: an octave down 1/2 becomes its fourth root, an octave up its fourth power.
            assertThat(lowPass.amplitude(crossover / 2, rate)).isCloseTo(Math.pow(0.5, 0.25), within(0.03));
            assertThat(lowPass.amplitude(crossover * 2, rate)).isLessThan(0.08);

            double[] tone = new double[FRAMES];
            for (int i = 0; i < FRAMES; i++) {
                tone[i] = Math.sin(2 * Math.PI * crossover * i / rate);
            }
            double[] out = new double[FRAMES];
            double[] in = new double[FRAMES + lowPass.reachFrames()];
            System.arraycopy(tone, 0, in, lowPass.reachFrames(), FRAMES);
            for (int from = 0; from < FRAMES; from += 512) {
                lowPass.process(in, in, lowPass.reachFrames() + from, out, new double[FRAMES], from, 512);
            }
            double level = Measuring.levelDb(rate, new double[][] {out}, crossover);
            assertThat(level).isCloseTo(Decibels.of(lowPass.amplitude(crossover, rate)), within(0.01));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 16_000, 44_100})
    void crossoversThatTheRateDoesNotHoldAreDropped(int rate) {
        int held = rate == 44_100 ? 3 : 2;
        assertThat(BandSplit.held(BandSplit.CROSSOVERS_HZ, rate)).hasSize(held);
        assertThat(BandSplit.ranges(rate)).hasSize(held + 1).first().isEqualTo("under 150 Hz");
        assertThat(new BandSplit(new AudioFormat(rate, 2), List.of(), 0).bands())
                .isEqualTo(1);
    }
}
