package io.auralis.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.meter.Meters;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeterRowTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;

    @Test
    void aTrackOfOneSecondIsTooShortForTheLoudest3s() {
        assertThat(words(new Meters(-14, 0, NONE, -12, -1, -0.9, 12)))
                .containsExactly("-14.0", "0.0", "too short", "-12.0", "-1.0", "-0.9", "12.0");
    }

    @Test
    void aTrackUnder400MillisecondsIsTooShortForEveryLoudness() {
        assertThat(words(new Meters(NONE, 0, NONE, NONE, -1, -0.9, 12)))
                .containsExactly("too short", "0.0", "too short", "too short", "-1.0", "-0.9", "12.0");
    }

    @Test
    void aTrackBelowTheGateIsTooQuiet() {
        assertThat(words(new Meters(NONE, 0, -75, -73, -60, -60, 12)))
                .containsExactly("too quiet", "0.0", "-75.0", "-73.0", "-60.0", "-60.0", "12.0");
    }

    @Test
    void aTrackWithoutAPeakIsSilent() {
        assertThat(words(new Meters(NONE, 0, NONE, NONE, NONE, NONE, 0)))
                .containsExactly("silent", "0.0", "silent", "silent", "silent", "silent", "0.0");
    }

    private static List<String> words(Meters meters) {
        return MeterRow.ALL.stream().map(row -> row.of(meters)).toList();
    }
}
