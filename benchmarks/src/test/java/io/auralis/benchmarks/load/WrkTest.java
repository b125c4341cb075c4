package io.auralis.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrkTest {
    @Test
    void theScriptsLineIsReadInSecondsAndMillis() {
        Measured measured = Wrk.parse(
                "{\"requests\":30000,\"micros\":10000000,\"p50Micros\":1500,\"p99Micros\":20500,\"errors\":3}");
        assertThat(measured).isEqualTo(new Measured(30_000, 10, 1.5, 20.5, 3));
        assertThat(measured.requestsPerSecond()).isEqualTo(3000);
    }
}
