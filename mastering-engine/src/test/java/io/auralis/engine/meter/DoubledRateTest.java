package io.auralis.engine.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DoubledRateTest {
    @Test
    void pointsAreTheSameHoweverManySamplesAreTakenAtOnce() {
        double[] noise = new Random(1).doubles(2_000, -1, 1).toArray();
        assertThat(points(noise, new Random(2))).isEqualTo(points(noise, null));
    }

    /** The runs' samples, points between them and highest levels between those, in order. */
    private static List<Double> points(double[] samples, Random sizes) {
        DoubledRate doubled = new DoubledRate();
        List<Double> points = new ArrayList<>();
        for (int at = 0; at < samples.length; ) {
            int size = sizes == null ? DoubledRate.STRETCH : 1 + sizes.nextInt(DoubledRate.STRETCH);
            int count = Math.min(samples.length - at, size);
            doubled.take(samples, at, count);
            for (int run = 0; run < doubled.runs(); run++) {
                doubled.makePoints(run);
                for (int place = 0; place < 2 * doubled.length(run); place++) {
                    points.add(doubled.point(place));
                    points.add(doubled.highestBetween(place, 0));
                }
            }
            at += count;
        }
        return points;
    }

    @Test
    void noPointExceedsWhatTheBoundAllows() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            DoubledRate doubled = new DoubledRate();
            double[] samples = new double[DoubledRate.STRETCH];
            for (int stretch = 0; stretch < 10; stretch++) {
                // At their highest between samples of alternating sign, where two of one sign meet.
                boolean pure = stretch == 0;
                for (int i = 0; i < samples.length; i++) {
                    double level = pure ? 1 : random.nextInt(3) == 0 ? 0 : random.nextDouble();
                    samples[i] = level * (i % 2 == 0 ? 1 : -1) * (i / 32 % 2 == 0 ? 1 : -1);
                }
                doubled.take(samples, 0, 1 + random.nextInt(samples.length));
                for (int run = 0; run < doubled.runs(); run++) {
                    doubled.makePoints(run);
                    double highest = 0;
                    for (int place = 0; place < 2 * doubled.length(run); place++) {
                        highest = Math.max(highest, Math.abs(doubled.point(place)));
                        highest = Math.max(highest, doubled.highestBetween(place, 0));
                        highest = Math.max(highest, doubled.highestByStandard(place / 2 + 1));
                    }
                    assertThat(doubled.mayExceed(run, Math.nextDown(highest))).isTrue();
                }
            }
        }
    }

    /** A bound that always says yes would spare nothing. */
    @Test
    void aQuietRunIsPassedOver() {
        double[] samples = new double[DoubledRate.STRETCH];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (i < samples.length / 2 ? 0.5 : 1) * Math.sin(2 * Math.PI * i / 64);
        }
        DoubledRate doubled = new DoubledRate();
        doubled.take(samples, 0, samples.length);
        int quiet = 0;
        for (int run = 0; run < doubled.runs(); run++) {
            quiet += doubled.mayExceed(run, 0.6) ? 0 : 1;
        }
        assertThat(quiet).isGreaterThanOrEqualTo(doubled.runs() / 2);
    }
}
