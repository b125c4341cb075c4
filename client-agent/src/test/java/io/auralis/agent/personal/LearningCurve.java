package io.auralis.agent.personal;

import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Median absolute error per tone dimension against the number of ratings, over many listeners with a hidden taste.
 *
 * @param points at every fifth rating
 * @param farthestAwayDb by how much any part's error, of any dimension and at any time, grew over its least
 */
record LearningCurve(List<Point> points, double farthestAwayDb) {
    static final List<TasteDimension> TONE = List.of(
            TasteDimension.BASS, TasteDimension.LOW_MID, TasteDimension.MID, TasteDimension.TREBLE, TasteDimension.AIR);
    static final int LISTENERS = 200;

    /** The baseline is scaled by what suits it best where its authors say that it has settled. */
    private static final int SETTLED = 25;

    /**
     * One place on it, in dB.
     *
     * @param ratings so many
     * @param ours by ratings alone
     * @param withAuditions by ratings, and an audition after every fifth, ten at most
     * @param baseline by the slope of rating on gain
     */
    record Point(int ratings, double ours, double withAuditions, double baseline) {}

    static LearningCurve of(long seed, int ratings, ModelLookup models) {
        double scale = SlopeBaseline.bestScale(LISTENERS, SETTLED, seed + 1_000_000);
        double farthestAway = 0;
        TreeMap<Integer, List<List<Double>>> errors = new TreeMap<>();
        for (int number = 0; number < LISTENERS; number++) {
            SimulatedLearning ours = learning(seed, number, models);
            SimulatedLearning withAuditions = learning(seed, number, models);
            SplittableRandom random = new SplittableRandom(seed + number);
            SlopeBaseline baseline = new SlopeBaseline(SimulatedListener.withTaste(random), random);
            for (int given = 0; given <= ratings; given++) {
                if (given > 0) {
                    ours.rate();
                    withAuditions.rateAndAudition();
                    baseline.rate();
                }
                if (given % LearningRule.RATINGS_PER_VERSION == 0) {
                    List<List<Double>> here = errors.computeIfAbsent(
                            given, any -> List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
                    for (TasteDimension dimension : TONE) {
                        here.get(0).add(ours.error(dimension));
                        here.get(1).add(withAuditions.error(dimension));
                        here.get(2).add(baseline.error(dimension, scale));
                    }
                }
            }
            farthestAway = Math.max(farthestAway, Math.max(ours.farthestAwayDb(), withAuditions.farthestAwayDb()));
        }
        List<Point> points = new ArrayList<>();
        errors.forEach((given, here) ->
                points.add(new Point(given, median(here.get(0)), median(here.get(1)), median(here.get(2)))));
        return new LearningCurve(points, farthestAway);
    }

    private static SimulatedLearning learning(long seed, int number, ModelLookup models) {
        return new SimulatedLearning(SimulatedListener.withTaste(new SplittableRandom(seed + number)), models);
    }

    Point at(int ratings) {
        return points.stream()
                .filter(point -> point.ratings() == ratings)
                .findFirst()
                .orElseThrow();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
