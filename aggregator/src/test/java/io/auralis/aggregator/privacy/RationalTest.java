package io.auralis.aggregator.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class RationalTest {
    @Test
    void arithmeticIsExactAndReduced() {
        assertThat(Rational.of(1, 3).plus(Rational.of(1, 6))).isEqualTo(Rational.of(1, 2));
        assertThat(Rational.of(2, 3).times(Rational.of(9, 4))).isEqualTo(Rational.of(3, 2));
        assertThat(Rational.of(2, 3).dividedBy(Rational.of(4, 3))).isEqualTo(Rational.of(1, 2));
        assertThat(Rational.of(0, 5)).isEqualTo(Rational.ZERO);
        assertThat(Rational.of(1, 3)).isLessThan(Rational.of(34, 100));
    }

    @Test
    void decimalsGoInAndOutUnchanged() {
        assertThat(Rational.of(new BigDecimal("0.75")).decimal()).isEqualByComparingTo("0.75");
        assertThat(Rational.of(new BigDecimal("3E+2"))).isEqualTo(Rational.of(300, 1));
        assertThatThrownBy(() -> Rational.of(1, 3).decimal()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void negativeFractionsAndZeroDenominatorsAreRefused() {
        assertThatThrownBy(() -> Rational.of(-1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rational.of(1, 2).dividedBy(Rational.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
