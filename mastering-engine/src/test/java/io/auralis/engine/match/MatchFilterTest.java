package io.auralis.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MatchFilterTest {
    private static final int RATE_HZ = 44_100;

    /** Against the sum that a convolution is, in blocks of unequal length. */
    @Test
    void theFastConvolutionIsTheConvolution() {
        SplittableRandom random = new SplittableRandom(3);
        double[] taps = random.doubles(64, -1, 1).toArray();
        double[][] channels = {
            random.doubles(1_000, -1, 1).toArray(), random.doubles(1_000, -1, 1).toArray()
        };
        double[][] in = {channels[0].clone(), channels[1].clone()};
        MatchFilter filter = new MatchFilter(taps, 2);
        double[][] out = new double[2][1_000];
        for (int at = 0; at < 1_000; ) {
            int count = Math.min(1_000 - at, 1 + random.nextInt(150));
            double[][] block = new double[2][150];
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(channels[channel], at, block[channel], 0, count);
            }
            filter.process(block, count);
            for (int channel = 0; channel < 2; channel++) {
                System.arraycopy(block[channel], 0, out[channel], at, count);
            }
            at += count;
        }
        int late = filter.latencyFrames();
        for (int channel = 0; channel < 2; channel++) {
            for (int i = 0; i + late < 1_000; i++) {
                double sum = 0;
                for (int tap = 0; tap < taps.length && tap <= i; tap++) {
                    sum += taps[tap] * in[channel][i - tap];
                }
                assertThat(out[channel][i + late]).isCloseTo(sum, within(1e-12));
            }
        }
    }

    @Test
    void theFilterHasTheCurvesGainAndItsEnergyFirst() {
        MatchCurve curve = new MatchCurve(List.of(
                new MatchCurve.Point(50, -6),
                new MatchCurve.Point(200, 6),
                new MatchCurve.Point(800, 0),
                new MatchCurve.Point(3_200, -8),
                new MatchCurve.Point(12_800, 5)));
        double[] taps = MinimumPhase.taps(curve, 8_192, RATE_HZ);
        for (double hertz : new double[] {50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800}) {
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < taps.length; i++) {
                real += taps[i] * Math.cos(2 * Math.PI * hertz * i / RATE_HZ);
                imaginary -= taps[i] * Math.sin(2 * Math.PI * hertz * i / RATE_HZ);
            }
            assertThat(20 * Math.log10(Math.hypot(real, imaginary)))
                    .as(hertz + " Hz")
                    .isCloseTo(curve.gainDb(hertz), within(0.25));
        }
        double first = 0;
        double all = 0;
        for (int i = 0; i < taps.length; i++) {
            all += taps[i] * taps[i];
            first += i < 64 ? taps[i] * taps[i] : 0;
        }
        assertThat(first / all).isGreaterThan(0.9);
    }

    @Test
    void aFlatCurveIsNoFilter() {
        double[] taps = MinimumPhase.taps(new MatchCurve(List.of(new MatchCurve.Point(50, 0))), 1_024, RATE_HZ);
        assertThat(taps[0]).isCloseTo(1, within(1e-12));
        for (int i = 1; i < taps.length; i++) {
            assertThat(taps[i]).isCloseTo(0, within(1e-12));
        }
    }
}
