package io.auralis.contracts.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-11", "0000-01", "9999-12", "2026-01", "+12345-06", "-2026-11"})
    void aMonthIsWhatTheJdkMakesOfIt(String month) {
        assertThat(Months.parse(month)).isEqualTo(YearMonth.parse(month));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-13",
                "2026-00",
                "2026-1x",
                "20x6-11",
                "2026/11",
                "+999-01",
                "-001-01",
                "2026-111",
                "٢٠٢٦-١١"
            })
    void whatTheJdkRefusesIsRefused(String text) {
        assertThatThrownBy(() -> Months.parse(text)).isInstanceOf(DateTimeParseException.class);
        assertThatThrownBy(() -> YearMonth.parse(text)).isInstanceOf(DateTimeParseException.class);
    }
}
