package io.auralis.aggregator.derivation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Estimates from a histogram with noise. The noise is spread over all bins, also the many empty ones, where it would
 * weigh like contributors at the limit; so the histogram is first projected onto what it can be: no bin negative, all
 * together as many contributors as the (noisy) count says. The projection (Duchi et al. 2008) takes the same amount from
 * every bin and cuts at zero, which empties the bins that hold noise only and treats both sides alike.
 */
final class NoisyHistogram {
    /** Share of the contributors left out at either end (design section 8). */
    static final double TRIM = 0.2;

    /** Redraws of the noise: their spread is known to about 5 %. */
    private static final int REDRAWS = 200;

    private final double[] projected;
    private final double contributors;
    private final int limitSteps;

    private NoisyHistogram(double[] projected, double contributors, int limitSteps) {
        this.projected = projected;
        this.contributors = contributors;
        this.limitSteps = limitSteps;
    }

    /**
     * @param counts from minus to plus the limit in grid steps, with noise
     * @param contributors how many they are together, with noise of its own; at least 1
     */
    static NoisyHistogram of(List<Long> counts, double contributors) {
        double[] noisy = counts.stream().mapToDouble(Long::doubleValue).toArray();
        return new NoisyHistogram(project(noisy, contributors), contributors, counts.size() / 2);
    }

    /** The 20 % trimmed mean, in grid steps. */
    double location() {
        return trimmedMean(projected, limitSteps);
    }

    /**
     * Variance of {@link #location}: that of the trimmed mean of a sample (Tukey, McLaughlin 1963, from the winsorised
     * variance) and that of the noise. The latter is measured: noise is drawn anew onto the projection, and the estimate
     * made again. This looks at noisy figures only, so it costs no privacy and its own randomness need not be secret.
     *
     * @param binSigma standard deviation of the noise of a bin
     * @param countSigma standard deviation of the noise of the count
     */
    double variance(double binSigma, double countSigma) {
        double h = 1 - 2 * TRIM;
        return winsorisedVariance() / (h * h * contributors) + noiseVariance(binSigma, countSigma);
    }

    /** The factor of the standard error for a two-sided interval: Student's t with the untrimmed contributors' freedom. */
    double intervalFactor(double level) {
        double freedom = Math.max(1, contributors * (1 - 2 * TRIM) - 1);
        return new TDistribution(freedom).inverseCumulativeProbability(1 - (1 - level) / 2);
    }

    /**
     * The least whole number of steps within which the absolute deltas of a share of the contributors lie, noise left out.
     *
     * @param binSigma standard deviation of the noise of a bin
     */
    int absoluteQuantile(double share, double binSigma) {
        double[] counts = sharpened(binSigma);
        double within = counts[limitSteps];
        int steps = 0;
        while (within < share * contributors && steps < limitSteps) {
            steps++;
            within += counts[limitSteps - steps] + counts[limitSteps + steps];
        }
        return steps;
    }

    private double noiseVariance(double binSigma, double countSigma) {
        // The same figures give the same interval.
        Random random = new Random(Arrays.hashCode(projected));
        double squares = 0;
        double[] sharpened = sharpened(binSigma);
        double centre = trimmedMean(sharpened, limitSteps);
        for (int i = 0; i < REDRAWS; i++) {
            double[] redrawn = sharpened.clone();
            for (int bin = 0; bin < redrawn.length; bin++) {
                redrawn[bin] += binSigma * random.nextGaussian();
            }
            double count = Math.max(1, contributors + countSigma * random.nextGaussian());
            double distance = trimmedMean(project(redrawn, count), limitSteps) - centre;
            squares += distance * distance;
        }
        return squares / REDRAWS;
    }

    /**
     * The projection without what is as small as the noise. Noise drawn onto the projection itself would be in it twice,
     * and the estimate's spread would look two to four times as wide as it is.
     */
    private double[] sharpened(double binSigma) {
        double[] above = Arrays.stream(projected)
                .map(count -> Math.max(0, count - binSigma))
                .toArray();
        double left = Arrays.stream(above).sum();
        if (left == 0) {
            return projected;
        }
        return Arrays.stream(above).map(count -> count * contributors / left).toArray();
    }

    private double winsorisedVariance() {
        double low = quantile(TRIM);
        double high = quantile(1 - TRIM);
        double sum = 0;
        double squares = 0;
        for (int bin = 0; bin < projected.length; bin++) {
            double value = Math.max(low, Math.min(high, bin - limitSteps));
            sum += projected[bin] * value;
            squares += projected[bin] * value * value;
        }
        double mean = sum / contributors;
        // A whole step wide where all bins between the quantiles are one: rounding to the grid hides that much.
        return Math.max(1.0 / 12, squares / contributors - mean * mean);
    }

    private double quantile(double share) {
        double below = 0;
        for (int bin = 0; bin < projected.length; bin++) {
            below += projected[bin];
            if (below >= share * contributors) {
                return bin - limitSteps;
            }
        }
        return limitSteps;
    }

    private static double trimmedMean(double[] counts, int limitSteps) {
        double total = Arrays.stream(counts).sum();
        double from = TRIM * total;
        double to = (1 - TRIM) * total;
        double below = 0;
        double sum = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            double kept = Math.min(below + counts[bin], to) - Math.max(below, from);
            if (kept > 0) {
                sum += kept * (bin - limitSteps);
            }
            below += counts[bin];
        }
        return sum / (to - from);
    }

    /** The nearest point (least squares) with no negative entry and the given sum. */
    private static double[] project(double[] counts, double sum) {
        double[] sorted = counts.clone();
        Arrays.sort(sorted);
        double running = 0;
        double taken = 0;
        for (int i = sorted.length - 1, kept = 1; i >= 0; i--, kept++) {
            running += sorted[i];
            double candidate = (running - sum) / kept;
            if (sorted[i] <= candidate) {
                break;
            }
            taken = candidate;
        }
        double threshold = taken;
        return Arrays.stream(counts)
                .map(count -> Math.max(0, count - threshold))
                .toArray();
    }
}
