package io.auralis.simulator.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EarTest {
    private static final int TIMES = 2_000;

    @Test
    void aLargeDifferenceIsMentionedMoreOftenThanASmallOne() {
        assertThat(mentionsOfBass(1.0)).isGreaterThan(mentionsOfBass(0.4));
        assertThat(mentionsOfBass(0.4)).isGreaterThan(mentionsOfBass(0.1));
    }

    @Test
    void whatIsAppliedAlreadyIsNotAskedForAgain() {
        int asked = 0;
        Ear ear = new Ear(wishing(0.8), new SplittableRandom(1));
        for (int time = 0; time < TIMES; time++) {
            asked += ear.judge(Map.of(TasteDimension.BASS, 0.8)).comment().contains("bass") ? 1 : 0;
        }
        assertThat(asked).isLessThan(TIMES / 8);
    }

    @Test
    void whoMissesMuchGivesFewerStars() {
        assertThat(stars(2)).isLessThan(stars(0.2));
    }

    private static int mentionsOfBass(double wish) {
        int mentions = 0;
        Ear ear = new Ear(wishing(wish), new SplittableRandom(1));
        for (int time = 0; time < TIMES; time++) {
            String comment = ear.judge(Map.of()).comment();
            mentions += comment.contains("bass") || comment.contains("low end") ? 1 : 0;
        }
        return mentions;
    }

    private static double stars(double wish) {
        Ear ear = new Ear(wishing(wish), new SplittableRandom(1));
        double sum = 0;
        for (int time = 0; time < TIMES; time++) sum += ear.judge(Map.of()).stars();
        return sum / TIMES;
    }

    private static SyntheticListener wishing(double bassDb) {
        Map<TasteDimension, Double> wishes = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) wishes.put(dimension, 0.0);
        wishes.put(TasteDimension.BASS, bassDb);
        return new SyntheticListener(wishes, GearClass.NEUTRAL_HEADPHONES, HearingClass.NORMAL, 0.4);
    }
}
