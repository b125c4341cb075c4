package io.auralis.aggregator.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZeroConcentratedTest {

    /** Expected figures: proposition 12 of the paper, minimised over a fine grid of alpha by an independent program. */
    @ParameterizedTest(name = "rho {0} is epsilon {1} at delta 1e-6")
    @CsvSource({"0.1, 2.1419", "0.165, 2.8165", "0.5, 5.2215", "0.75, 6.5782", "3, 14.9479"})
    void epsilonIsTheOneOfThePaper(double rho, double epsilon) {
        assertThat(ZeroConcentrated.epsilon(rho, 1e-6)).isCloseTo(epsilon, within(0.001));
    }

    @Test
    void nothingSpentIsEpsilonZeroAndMoreSpentIsMore() {
        assertThat(ZeroConcentrated.epsilon(0, 1e-6)).isZero();
        assertThat(ZeroConcentrated.epsilon(1, 1e-6)).isGreaterThan(ZeroConcentrated.epsilon(0.9, 1e-6));
    }

    @Test
    void theVarianceIsSensitivitySquaredOverTwoRho() {
        assertThat(ZeroConcentrated.sigmaSquared(3, Rational.of(1, 4))).isEqualTo(Rational.of(18, 1));
        assertThatThrownBy(() -> ZeroConcentrated.sigmaSquared(0, Rational.of(1, 4)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
