package io.auralis.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MagnitudeTest {
    @Test
    void magnitudesAreInTheOrderOfTheNumbersAndNextToThem() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            double one = random.nextGaussian() * Math.pow(10, -random.nextInt(12));
            double other = random.nextGaussian() * Math.pow(10, -random.nextInt(12));
            if (Math.abs(one) > Math.abs(other)) {
                assertThat(Magnitude.of(one)).isGreaterThanOrEqualTo(Magnitude.of(other));
            }
            assertThat(Magnitude.above(Magnitude.of(one)))
                    .isGreaterThan(Math.abs(one))
                    .isLessThanOrEqualTo(Math.abs(one) * (1 + 1e-6));
        }
    }

    @Test
    void zeroHasNone() {
        assertThat(Magnitude.of(0)).isZero();
        assertThat(Magnitude.of(-0.0)).isZero();
        assertThat(Magnitude.above(0)).isPositive().isLessThan(1e-300);
    }
}
