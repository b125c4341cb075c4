package io.auralis.agent.personal;

import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The published baseline (Sabin and Pardo 2008): a listener rates probes with random gains, and the weight of a band is the
 * slope of rating on gain. It has no unit of its own, so one number scales it for all listeners: the one that serves it
 * best, found on others.
 */
final class SlopeBaseline {
    /** Spread of the probes' gains in dB: that of tastes. */
    private static final double PROBE_DB = 1;

    private static final double LARGEST_SCALE = 4;
    private static final double SCALE_STEP = 0.05;

    private final SimulatedListener listener;
    private final RandomGenerator random;
    private final List<Map<TasteDimension, Double>> probes = new ArrayList<>();
    private final List<Integer> stars = new ArrayList<>();

    SlopeBaseline(SimulatedListener listener, RandomGenerator random) {
        this.listener = listener;
        this.random = random;
    }

    void rate() {
        Map<TasteDimension, Double> probe = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : LearningCurve.TONE) {
            probe.put(dimension, PROBE_DB * random.nextGaussian());
        }
        probes.add(probe);
        stars.add(
                listener.judge(dimension -> probe.getOrDefault(dimension, 0.0)).stars());
    }

    double error(TasteDimension dimension, double scale) {
        return Math.abs(scale * slope(dimension) - listener.truth(dimension));
    }

    /** Stars per dB. */
    double slope(TasteDimension dimension) {
        double meanStars = stars.stream().mapToInt(star -> star).average().orElse(0);
        double meanGain = probes.stream()
                .mapToDouble(probe -> probe.get(dimension))
                .average()
                .orElse(0);
        double together = 0;
        double squares = 0;
        for (int i = 0; i < probes.size(); i++) {
            double gain = probes.get(i).get(dimension) - meanGain;
            together += gain * (stars.get(i) - meanStars);
            squares += gain * gain;
        }
        return squares == 0 ? 0 : together / squares;
    }

    /** dB per slope: the number that gives the least median error after so many ratings. */
    static double bestScale(int listeners, int ratings, long seed) {
        List<double[]> slopesAndTruths = new ArrayList<>();
        for (int number = 0; number < listeners; number++) {
            SplittableRandom random = new SplittableRandom(seed + number);
            SlopeBaseline one = new SlopeBaseline(SimulatedListener.withTaste(random), random);
            for (int rating = 0; rating < ratings; rating++) {
                one.rate();
            }
            for (TasteDimension dimension : LearningCurve.TONE) {
                slopesAndTruths.add(new double[] {one.slope(dimension), one.listener.truth(dimension)});
            }
        }
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double scale = 0; scale <= LARGEST_SCALE; scale += SCALE_STEP) {
            double tried = scale;
            double median = LearningCurve.median(slopesAndTruths.stream()
                    .map(one -> Math.abs(tried * one[0] - one[1]))
                    .toList());
            if (median < least) {
                least = median;
                best = scale;
            }
        }
        return best;
    }
}
