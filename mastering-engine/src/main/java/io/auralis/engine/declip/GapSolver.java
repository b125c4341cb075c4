package io.auralis.engine.declip;

import java.util.Arrays;

/**
 * Finds what the clipped samples of a stretch were: the mean of all that an autoregressive model holds for possible, none
 * nearer to zero than the level at which they were cut off.
 *
 * <p>The model is that of A. Janssen, R. Veldhuis and L. Vries, "Adaptive interpolation of discrete-time signals that can be
 * modeled as autoregressive processes" (IEEE Trans. ASSP 34, 1986): it is learned from the stretch, the samples are found,
 * and it is learned anew. Their most likely values would be least squares; under the bound most of them would lie on it, as
 * if nothing had been restored (1 to 3 dB gained on metal mixes). The mean of a normal distribution under bounds (6 to 7 dB)
 * is found by expectation propagation: each bound is replaced by a pull and a precision, such that the sample's mean and
 * variance are those of its truncated normal (T. Minka, 2001).
 */
final class GapSolver {
    /** Further ones change the result by less than 0.05 dB. */
    private static final int MODEL_ROUNDS = 2;
    /** The same. */
    private static final int BOUND_ROUNDS = 4;
    /** How much of the way to its new value a bound's stand-in goes: all bounds change at once, which may overshoot. */
    private static final double STEP = 0.8;
    /** A truncated normal far beyond its bound has a variance that rounding leaves nothing of. */
    private static final double LEAST_VARIANCE = 1e-6;
    /** 12 dB over the level: no music was cut off by more, and where the model is wrong it stays harmless. */
    private static final double MOST_TIMES_LEVEL = 4;

    private final int order;
    private final AutoregressiveModel model;
    private final BandMatrix matrix;
    private final boolean[] open;
    private final double[] right;
    private final double[] mean;
    private final double[] variance;
    private final double[] precision;
    private final double[] pull;

    GapSolver(WindowShape shape) {
        int frames = shape.frames();
        this.order = shape.order();
        this.model = new AutoregressiveModel(order, frames);
        this.matrix = new BandMatrix(frames, order + 1);
        this.open = new boolean[frames];
        this.right = new double[frames];
        this.mean = new double[frames];
        this.variance = new double[frames];
        this.precision = new double[frames];
        this.pull = new double[frames];
    }

    /**
     * @param samples a stretch, whose clipped samples are set
     * @param given the same with the clipped samples as they were
     * @param places of the clipped samples, ascending
     * @param count how many
     */
    void solve(double[] samples, double[] given, int[] places, int count) {
        for (int round = 0; round < MODEL_ROUNDS; round++) {
            model.learn(samples);
            foretell(samples, places, count);
            bound(given, places, count);
            for (int i = 0; i < count; i++) {
                double level = given[places[i]];
                double times = mean[i] / level;
                // What is not a number is not above 1.
                samples[places[i]] = times > 1 ? level * Math.min(times, MOST_TIMES_LEVEL) : level;
            }
        }
    }

    /** The right side of the equations: what the known samples say of each unknown one. */
    private void foretell(double[] samples, int[] places, int count) {
        double[] products = model.products();
        for (int i = 0; i < count; i++) {
            open[places[i]] = true;
        }
        for (int i = 0; i < count; i++) {
            int place = places[i];
            double sum = 0;
            int to = Math.min(samples.length - 1, place + order);
            for (int t = Math.max(0, place - order); t <= to; t++) {
                if (!open[t]) {
                    sum -= products[Math.abs(place - t)] * samples[t];
                }
            }
            right[i] = sum;
        }
        for (int i = 0; i < count; i++) {
            open[places[i]] = false;
        }
    }

    /** Finds the means under the bounds. Precisions and pulls are in units of the model's surprise. */
    private void bound(double[] given, int[] places, int count) {
        Arrays.fill(precision, 0, count, 0);
        Arrays.fill(pull, 0, count, 0);
        findMeans(places, count);
        for (int round = 0; round < BOUND_ROUNDS; round++) {
            matrix.inverseDiagonal(variance);
            for (int i = 0; i < count; i++) {
                hold(i, given[places[i]]);
            }
            findMeans(places, count);
        }
    }

    private void findMeans(int[] places, int count) {
        double[] products = model.products();
        matrix.clear();
        int first = 0;
        for (int i = 0; i < count; i++) {
            while (places[i] - places[first] > order) {
                first++;
            }
            double[] row = matrix.add(first);
            for (int j = first; j <= i; j++) {
                row[j - first] = products[places[i] - places[j]];
            }
            row[i - first] += precision[i];
            mean[i] = right[i] + pull[i];
        }
        matrix.factorise();
        matrix.solve(mean);
    }

    /** Sets the stand-in of one bound by what all others say of its sample. */
    private void hold(int i, double level) {
        double sign = Math.signum(level);
        double othersPrecision = 1 / variance[i] - precision[i];
        double othersMean = sign * (mean[i] / variance[i] - pull[i]) / othersPrecision;
        double deviation = Math.sqrt(model.surprise() / othersPrecision);
        double bound = (sign * level - othersMean) / deviation;
        double above = TruncatedNormal.mean(bound);
        double boundedMean = othersMean + deviation * above;
        double boundedVariance = Math.max(LEAST_VARIANCE, 1 - above * (above - bound)) / othersPrecision;
        double newPrecision = Math.max(0, 1 / boundedVariance - othersPrecision);
        double newPull = sign * (boundedMean / boundedVariance - othersMean * othersPrecision);
        precision[i] += STEP * (newPrecision - precision[i]);
        pull[i] += STEP * (newPull - pull[i]);
    }
}
