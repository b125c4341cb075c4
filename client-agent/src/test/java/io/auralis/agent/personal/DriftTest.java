package io.auralis.agent.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.comment.Direction;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final Instant AT = Instant.parse("2026-11-25T04:00:00Z");

    private final List<Evidence> evidence = new ArrayList<>();

    private DriftTest ask(int times, Direction direction, double target) {
        for (int i = 0; i < times; i++) {
            add(target, 1, 1, Optional.of(direction));
        }
        return this;
    }

    private DriftTest silent(int times, double target) {
        for (int i = 0; i < times; i++) {
            add(target, 0.5, 0, Optional.empty());
        }
        return this;
    }

    private void add(double target, double weight, int asks, Optional<Direction> direction) {
        evidence.add(new Evidence(
                evidence.size() + 1, AT, RecordingType.STUDIO, TasteDimension.BASS, target, weight, asks, direction));
    }

    private Optional<Drift> drift() {
        return Drift.latest(TasteDimension.BASS, evidence);
    }

    @Test
    void three_asks_far_from_what_was_said_before_are_a_change_of_taste() {
        ask(5, Direction.MORE, 1).ask(2, Direction.LESS, 0);
        assertThat(drift()).isEmpty();
        ask(1, Direction.LESS, 0);
        assertThat(drift()).contains(new Drift(6, AT, Direction.LESS));
    }

    @Test
    void what_was_said_before_weighs_as_after_a_year() {
        ask(5, Direction.MORE, 1).ask(3, Direction.LESS, 0);
        List<Weighed> weighed = Weighed.of(TasteDimension.BASS, evidence, AT);
        assertThat(weighed.get(0).weight()).isEqualTo(1.0 / 16);
        assertThat(weighed.get(5).weight()).isEqualTo(1);
    }

    @Test
    void a_first_wish_is_no_change() {
        silent(5, 0).ask(10, Direction.MORE, 1);
        assertThat(drift()).isEmpty();
    }

    @Test
    void asks_that_go_on_as_before_are_no_change() {
        ask(5, Direction.MORE, 0.5).ask(1, Direction.FINE, 0.5).ask(10, Direction.MORE, 0.75);
        assertThat(drift()).isEmpty();
    }

    @Test
    void praise_in_between_starts_the_count_anew() {
        ask(5, Direction.MORE, 1)
                .ask(2, Direction.LESS, 0)
                .ask(1, Direction.FINE, 1)
                .ask(2, Direction.LESS, 0);
        assertThat(drift()).isEmpty();
    }

    @Test
    void contented_ratings_in_between_speak_against_it() {
        ask(5, Direction.MORE, 1).ask(1, Direction.LESS, 0).silent(5, 1).ask(2, Direction.LESS, 0);
        assertThat(drift()).isEmpty();
    }

    @Test
    void a_second_change_is_measured_by_the_taste_after_the_first() {
        ask(5, Direction.MORE, 1).ask(4, Direction.LESS, -1).ask(3, Direction.MORE, 1);
        assertThat(drift()).contains(new Drift(10, AT, Direction.MORE));
    }
}
