package io.auralis.simulator.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.comment.CommentParser;
import io.auralis.agent.comment.Direction;
import io.auralis.agent.comment.Intensity;
import io.auralis.contracts.taste.TasteDimension;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {
    private final CommentParser parser = CommentParser.ofAllLanguages();

    @ParameterizedTest
    @EnumSource
    void theProgramUnderstandsEveryWayToSayAWish(TasteDimension dimension) {
        Phrases phrases = new Phrases(new SplittableRandom(1));
        for (int round = 0; round < 60; round++) {
            double missing = new double[] {0.25, 0.5, 1, -0.25, -0.5, -1}[round % 6];
            String said = phrases.say(List.of(new Ear.Noticed(dimension, missing)));
            assertThat(parser.understand(said).asks()).as(said).singleElement().satisfies(ask -> {
                assertThat(ask.aspect().dimension()).isEqualTo(dimension);
                assertThat(ask.direction()).isEqualTo(missing > 0 ? Direction.MORE : Direction.LESS);
                assertThat(ask.intensity()).isEqualTo(intensity(Math.abs(missing)));
            });
        }
    }

    private static Intensity intensity(double missingDb) {
        if (missingDb < 0.375) return Intensity.A_BIT;
        return missingDb < 0.75 ? Intensity.PLAIN : Intensity.MUCH;
    }
}
