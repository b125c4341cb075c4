package io.auralis.engine.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class InterpolationBoundTest {
    private static final int LENGTH = 320;
    /** The sample before the points that are read. */
    private static final int BEFORE = LENGTH / 2;

    private final InterpolationBound bound = InterpolationBound.ofAllReadings();

    /**
     * Bent once, by 1, and zero at the two samples around the point: what a reading makes of such signals are the weights of
     * the second differences, and the signal that is bent by the weights' signs reads the sum of their magnitudes.
     */
    private static double[] bentAt(int place) {
        double[] samples = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            samples[i] = place <= BEFORE ? Math.max(0, place - i) : Math.max(0, i - place);
        }
        return samples;
    }

    private static double mostOfBends(ToDoubleFunction<double[]> reading) {
        double sum = 0;
        for (int place = 70; place < LENGTH - 70; place++) {
            sum += Math.abs(reading.applyAsDouble(bentAt(place)));
        }
        return sum;
    }

    private static double standard(double[] samples, int phase) {
        double[] taps = InterpolationFilter.STANDARD_4X.phase(phase);
        return sum(taps, samples, BEFORE - taps.length / 2 + 1);
    }

    /** A point at 16x, place by place and then between, as {@link DoubledRate} makes them. */
    private static double fine(double[] samples, int place, int phase) {
        double[] halfway = InterpolationFilter.HALFWAY.phase(1);
        double[] points = new double[2 * LENGTH];
        for (int i = 60; i < LENGTH - 60; i++) {
            points[2 * i] = samples[i];
            points[2 * i + 1] = sum(halfway, samples, i - halfway.length / 2 + 1);
        }
        double[] taps = InterpolationFilter.FINE_8X.phase(phase);
        return sum(taps, points, 2 * BEFORE + place - taps.length / 2 + 1);
    }

    private static double sum(double[] taps, double[] of, int from) {
        double sum = 0;
        for (int tap = 0; tap < taps.length; tap++) {
            sum += taps[tap] * of[from + tap];
        }
        return sum;
    }

    @Test
    void theBoundOnBendsIsWhatTheWorstSignalReads() {
        double most = 0;
        for (int i = 0; i < 4; i++) {
            int phase = i;
            most = Math.max(most, mostOfBends(samples -> standard(samples, phase)));
        }
        for (int i = 0; i < 16; i++) {
            int place = i / 8;
            int phase = i % 8;
            most = Math.max(most, mostOfBends(samples -> fine(samples, place, phase)));
        }
        assertThat(bound.bend()).isCloseTo(most, within(1e-6));
    }

    @Test
    void theBoundOnLevelsIsWhatAConstantReads() {
        double[] constant = new double[LENGTH];
        Arrays.fill(constant, 1);
        double most = 0;
        for (int i = 0; i < 4; i++) {
            most = Math.max(most, Math.abs(standard(constant, i)));
        }
        for (int i = 0; i < 16; i++) {
            most = Math.max(most, Math.abs(fine(constant, i / 8, i % 8)));
        }
        assertThat(bound.level()).isCloseTo(most, within(1e-4)).isGreaterThanOrEqualTo(most);
    }
}
