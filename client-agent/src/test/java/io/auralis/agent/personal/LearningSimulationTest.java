package io.auralis.agent.personal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How well the published rule learns: 200 listeners with a hidden taste, through the real rule, from a fixed seed. */
class LearningSimulationTest {
    @Test
    void after_50_ratings_the_median_error_per_tone_dimension_is_at_most_0_45_dB() {
        assertThat(LearningSimulation.curve().at(50).ours()).isLessThanOrEqualTo(0.45);
    }

    @Test
    void with_10_auditions_it_is_at_most_0_3_dB() {
        assertThat(LearningSimulation.curve().at(50).withAuditions()).isLessThanOrEqualTo(0.3);
    }

    @Test
    void auditions_bring_it_there_sooner() {
        for (int ratings = 10; ratings <= 50; ratings += LearningRule.RATINGS_PER_VERSION) {
            LearningCurve.Point point = LearningSimulation.curve().at(ratings);
            assertThat(point.withAuditions()).as("after %d", ratings).isLessThan(point.ours());
        }
    }

    @Test
    void it_beats_the_slope_of_rating_on_gain_from_where_that_has_settled() {
        for (int ratings = 25; ratings <= LearningSimulation.RATINGS; ratings += LearningRule.RATINGS_PER_VERSION) {
            LearningCurve.Point point = LearningSimulation.curve().at(ratings);
            assertThat(point.ours()).as("after %d", ratings).isLessThan(point.baseline());
        }
    }

    @Test
    void no_part_ever_moves_away_from_the_truth_by_more_than_0_5_dB() {
        assertThat(LearningSimulation.curve().farthestAwayDb()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void listeners_without_a_preference_are_left_alone_in_95_of_100_cases() {
        assertThat(LearningSimulation.leftAlone(false) * 100).isGreaterThanOrEqualTo(95 * LearningSimulation.LISTENERS);
        assertThat(LearningSimulation.leftAlone(true) * 100).isGreaterThanOrEqualTo(95 * LearningSimulation.LISTENERS);
    }

    @Test
    void a_change_of_taste_after_60_ratings_is_followed_within_40_more() {
        assertThat(LearningSimulation.followed() * 100).isGreaterThanOrEqualTo(95 * LearningSimulation.LISTENERS);
    }
}
