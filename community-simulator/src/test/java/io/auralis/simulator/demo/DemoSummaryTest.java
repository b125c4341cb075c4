package io.auralis.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoSummaryTest {
    @ParameterizedTest
    @CsvSource({
        "0.44, 0.4, 0.4, true",
        "0.6, 0.4, 0.4, true",
        "0.2, 0.4, 0.4, true",
        "0.61, 0.4, 0.4, false",
        "-0.4, 0.4, 0.4, false",
        "0.44, 0.4, 0, false",
        "0.44, 0.4, 0.5, false"
    })
    void isGoodWhenTheReleaseIsWithinAFifthOfADecibelOfTheTruthAndThePlanShowsIt(
            double trueMean, double released, double planned, boolean ok) {
        assertThat(DemoSummary.isOk(trueMean, released, planned)).isEqualTo(ok);
    }
}
