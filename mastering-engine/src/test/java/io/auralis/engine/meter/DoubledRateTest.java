package io.auralis.engine.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubledRateTest {
    /** What was passed over is made up for: the first points between are made of the stretch before, too. */
    @Test
    void pointsAreTheSameWhetherTheStretchBeforeWasDoubledOrNot() {
        double[] noise = new Random(1).doubles(6 * DoubledRate.STRETCH, -1, 1).toArray();
        DoubledRate all = new DoubledRate();
        DoubledRate some = new DoubledRate();
        for (int at = 0; at < noise.length; at += DoubledRate.STRETCH) {
            all.take(noise, at, DoubledRate.STRETCH);
            all.makePoints();
            some.take(noise, at, DoubledRate.STRETCH);
            if (at / DoubledRate.STRETCH % 2 == 1) {
                some.makePoints();
                for (int place = 0; place < 2 * DoubledRate.STRETCH; place++) {
                    assertThat(some.point(place)).as("point %s", place).isEqualTo(all.point(place));
                    assertThat(some.highestBetween(place, 0))
                            .as("after point %s", place)
                            .isEqualTo(all.highestBetween(place, 0));
                }
            }
            all.leave();
            some.leave();
        }
    }

    @Test
    void noPointExceedsWhatTheBoundAllows() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            DoubledRate doubled = new DoubledRate();
            double[] samples = new double[DoubledRate.STRETCH];
            for (int stretch = 0; stretch < 40; stretch++) {
                double level = random.nextDouble();
                // At their highest between samples of alternating sign.
                for (int i = 0; i < samples.length; i++) {
                    samples[i] = level * (random.nextInt(3) == 0 ? 0 : i % 2 == 0 ? 1 : -1) * (i < 32 ? 1 : -1);
                }
                int count = 1 + random.nextInt(samples.length);
                doubled.take(samples, 0, count);
                doubled.makePoints();
                double highest = 0;
                for (int place = 0; place <= 2 * count; place++) {
                    highest = Math.max(highest, Math.abs(doubled.point(place)));
                }
                assertThat(doubled.mayExceed(Math.nextDown(highest))).isTrue();
                doubled.leave();
            }
        }
    }
}
