package io.auralis.engine.declip;

/**
 * A linear prediction of a stretch of samples: weights a, the first of them 1, such that the sum of a[k] x[t-k] is as small
 * as can be. By the autocorrelation method and Levinson's recursion.
 */
final class AutoregressiveModel {
    /** Keeps the recursion stable: noise 90 dB under the stretch. */
    private static final double NOISE = 1e-9;

    /** Mean square of the taper, a Hann window. */
    private static final double TAPER_POWER = 0.375;

    private final int order;
    private double error;
    private final double[] weights;
    private final double[] former;
    private final double[] correlation;
    private final double[] products;
    private final double[] tapered;
    private final double[] taper;

    /** @param frames that a stretch has at most */
    AutoregressiveModel(int order, int frames) {
        this.order = order;
        this.weights = new double[order + 1];
        this.former = new double[order + 1];
        this.correlation = new double[order + 1];
        this.products = new double[order + 1];
        this.tapered = new double[frames + order];
        this.taper = new double[frames];
        for (int i = 0; i < frames; i++) {
            taper[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / frames);
        }
    }

    /** Learns from a stretch that is not all silent. */
    void learn(double[] samples) {
        for (int i = 0; i < taper.length; i++) {
            tapered[i] = samples[i] * taper[i];
        }
        correlate();
        recur();
        for (int lag = 0; lag <= order; lag++) {
            double sum = 0;
            for (int k = 0; k + lag <= order; k++) {
                sum += weights[k] * weights[k + lag];
            }
            products[lag] = sum;
        }
    }

    private void correlate() {
        for (int lag = 0; lag <= order; lag++) {
            // Four sums side by side: one would wait for itself.
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = 0;
            for (; i + 3 < taper.length; i += 4) {
                a += tapered[i] * tapered[i + lag];
                b += tapered[i + 1] * tapered[i + 1 + lag];
                c += tapered[i + 2] * tapered[i + 2 + lag];
                d += tapered[i + 3] * tapered[i + 3 + lag];
            }
            for (; i < taper.length; i++) {
                a += tapered[i] * tapered[i + lag];
            }
            correlation[lag] = a + b + c + d;
        }
        correlation[0] *= 1 + NOISE;
    }

    private void recur() {
        weights[0] = 1;
        error = correlation[0];
        for (int m = 1; m <= order; m++) {
            double sum = correlation[m];
            for (int k = 1; k < m; k++) {
                sum += weights[k] * correlation[m - k];
            }
            double reflection = -sum / error;
            System.arraycopy(weights, 0, former, 0, m);
            for (int k = 1; k < m; k++) {
                weights[k] = former[k] + reflection * former[m - k];
            }
            weights[m] = reflection;
            error *= 1 - reflection * reflection;
        }
    }

    /** Mean square of what it cannot foretell of a sample. */
    double surprise() {
        return error / (TAPER_POWER * taper.length);
    }

    /** Sum over k of a[k] a[k + lag], by lag 0..order. */
    double[] products() {
        return products;
    }
}
