package io.auralis.aggregator.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiscreteGaussianTest {
    private static final int DRAWS = 60_000;

    /** Bins with fewer draws expected than this are pooled, as the chi-square approximation wants it. */
    private static final double LEAST_EXPECTED = 8;

    @ParameterizedTest(name = "sigma^2 = {0}/{1}")
    @CsvSource({"1, 10", "1, 2", "1, 1", "7, 3", "20, 3", "50, 1", "400, 9"})
    void drawsHaveTheExactDistribution(long numerator, long denominator) {
        double sigmaSquared = (double) numerator / denominator;
        DiscreteGaussian noise = DiscreteGaussian.seeded(20_261_125);
        Map<Long, Integer> seen = new TreeMap<>();
        for (int i = 0; i < DRAWS; i++) {
            seen.merge(noise.draw(Rational.of(numerator, denominator)), 1, Integer::sum);
        }

        double statistic = 0;
        int bins = 0;
        double expectedRest = DRAWS;
        int seenRest = DRAWS;
        for (long x = -200; x <= 200; x++) {
            double expected = DRAWS * probability(x, sigmaSquared);
            if (expected >= LEAST_EXPECTED) {
                int observed = seen.getOrDefault(x, 0);
                statistic += (observed - expected) * (observed - expected) / expected;
                bins++;
                expectedRest -= expected;
                seenRest -= observed;
            }
        }
        if (expectedRest >= LEAST_EXPECTED) {
            statistic += (seenRest - expectedRest) * (seenRest - expectedRest) / expectedRest;
            bins++;
        } else {
            assertThat((double) seenRest).isLessThan(expectedRest + 25);
        }

        assertThat(statistic).isLessThan(new ChiSquaredDistribution(bins - 1).inverseCumulativeProbability(0.999));
    }

    @Test
    void varianceBeyondTheRangeOfDoublesIsDrawnExactlyToo() {
        DiscreteGaussian noise = DiscreteGaussian.seeded(1);
        double squares = 0;
        for (int i = 0; i < 2_000; i++) {
            double draw = noise.draw(Rational.of(1_000_000_000_000L, 1));
            squares += draw * draw;
        }

        assertThat(squares / 2_000 / 1e12).isCloseTo(1, within(0.12));
    }

    @Test
    void noNoiseIsNoNoiseMechanism() {
        assertThatThrownBy(() -> DiscreteGaussian.secure().draw(Rational.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSecureOneDoesNotRepeatItself() {
        Rational wide = Rational.of(1_000_000_000_000L, 1);

        assertThat(DiscreteGaussian.secure().draw(wide))
                .isNotEqualTo(DiscreteGaussian.secure().draw(wide));
    }

    /** exp(-x^2 / (2 sigma^2)) over its sum, to the precision of doubles. */
    private static double probability(long x, double sigmaSquared) {
        double sum = 0;
        for (long y = -1_000; y <= 1_000; y++) {
            sum += Math.exp(-y * y / (2 * sigmaSquared));
        }
        return Math.exp(-x * x / (2 * sigmaSquared)) / sum;
    }
}
