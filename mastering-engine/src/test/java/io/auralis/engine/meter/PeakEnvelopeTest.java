package io.auralis.engine.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.AudioBlock;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PeakEnvelopeTest {
    private static final double THRESHOLD = 0.7;
    private static final int FRAMES = 6_000;

    private static double[] noise(long seed) {
        Random random = new Random(seed);
        double[] noise = new double[FRAMES];
        for (int i = 1; i < FRAMES; i++) {
            noise[i] = 0.3 * noise[i - 1] + 0.25 * random.nextGaussian();
        }
        return noise;
    }

    /** The levels over the threshold, 0 elsewhere; the sizes of the blocks come from a generator, or are 1,000. */
    private static double[] levels(double[] samples, Random sizes) {
        PeakEnvelope envelope = new PeakEnvelope(1, THRESHOLD);
        double[] all = new double[samples.length];
        for (int at = 0; at < samples.length; ) {
            int count = Math.min(samples.length - at, sizes == null ? 1_000 : 1 + sizes.nextInt(700));
            AudioBlock block = new AudioBlock(1, count);
            block.setFrames(count);
            System.arraycopy(samples, at, block.channel(0), 0, count);
            double[] levels = new double[count];
            envelope.read(block, levels);
            System.arraycopy(levels, 0, all, at, count);
            at += count;
        }
        return Arrays.stream(all).map(level -> level > THRESHOLD ? level : 0).toArray();
    }

    @Test
    void theLevelsDoNotDependOnTheBlocks() {
        for (int seed = 0; seed < 20; seed++) {
            double[] samples = noise(seed);
            assertThat(levels(samples, new Random(seed))).isEqualTo(levels(samples, null));
        }
    }

    /** Nothing over the threshold is missed, on either side of where it is. */
    @Test
    void eachReadingCountsForTheSamplesOnBothSides() {
        double[] samples = noise(99);
        double[] levels = levels(samples, null);
        double[] standard = new double[FRAMES];
        int taps = InterpolationFilter.STANDARD_4X.taps();
        for (int i = taps; i < FRAMES - taps; i++) {
            for (int phase = 0; phase < 4; phase++) {
                double sum = 0;
                for (int tap = 0; tap < taps; tap++) {
                    sum += InterpolationFilter.STANDARD_4X.phase(phase)[tap] * samples[i - taps / 2 + 1 + tap];
                }
                standard[i] = Math.max(standard[i], Math.abs(sum));
            }
        }
        int over = 0;
        int latency = new PeakEnvelope(1, THRESHOLD).latencyFrames();
        for (int i = 100; i < FRAMES - 100; i++) {
            double highest = Math.max(Math.abs(samples[i]), standard[i]);
            if (highest > THRESHOLD) {
                over++;
                assertThat(levels[i + latency]).as("at %s", i).isGreaterThanOrEqualTo(highest - 1e-12);
                if (standard[i] > THRESHOLD) {
                    assertThat(levels[i + 1 + latency]).as("behind %s", i).isGreaterThanOrEqualTo(standard[i] - 1e-12);
                }
            }
        }
        assertThat(over).isGreaterThan(50);
    }
}
