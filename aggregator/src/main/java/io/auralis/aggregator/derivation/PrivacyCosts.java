package io.auralis.aggregator.derivation;

import io.auralis.aggregator.privacy.Rational;
import io.auralis.aggregator.privacy.ZeroConcentrated;
import io.auralis.contracts.taste.TasteDimension;

/**
 * How the privacy that one whole release of a sample may cost is divided among its questions. A report is asked once for
 * the count, and per dimension once for its voice and once, by its fold, for the histogram or for the test: the folds
 * hold different reports, so what one costs the other does not pay.
 *
 * @param perRelease rho of all questions together, at most
 * @param count rho of the count of contributors
 * @param voices rho of one dimension's voices
 * @param histogram rho of one dimension's histogram
 * @param testBefore rho of the sum of absolute deltas in one dimension's test
 * @param testDifference rho of the sum of differences there: the decision hangs on it, so it has the larger part
 */
public record PrivacyCosts(
        Rational perRelease,
        Rational count,
        Rational voices,
        Rational histogram,
        Rational testBefore,
        Rational testDifference) {
    /** Standard deviations of the count's noise above k: fewer than k pass once in a thousand (normal tail). */
    private static final double COUNT_MARGIN = 3.09;

    /** @param perRelease positive */
    public static PrivacyCosts of(Rational perRelease) {
        int dimensions = TasteDimension.values().length;
        return new PrivacyCosts(
                perRelease,
                perRelease.times(Rational.of(12, 100)),
                perRelease.times(Rational.of(8, 100L * dimensions)),
                perRelease.times(Rational.of(80, 100L * dimensions)),
                perRelease.times(Rational.of(32, 100L * dimensions)),
                perRelease.times(Rational.of(48, 100L * dimensions)));
    }

    /** What a distribution costs a report of the train fold; one of the other pays for its voice only. */
    public Rational distribution() {
        return voices.plus(histogram);
    }

    /** What a test costs a report of the held-out fold; as much as the histogram costs one of the other. */
    public Rational test() {
        return testBefore.plus(testDifference);
    }

    /** What all questions behind one candidate cost a report at most, whichever fold it is in. */
    public Rational ofOneCandidate() {
        return count.plus(voices).plus(histogram);
    }

    /** Whether a count with noise shows at least so many contributors. */
    public boolean showsEnough(NoisyCount counted, int minimumContributors) {
        double totalSigma = Math.sqrt(2) * countSigma();
        return counted.total() >= minimumContributors + Math.rint(COUNT_MARGIN * totalSigma)
                && counted.train() >= 1
                && counted.heldOut() >= 1;
    }

    /** Standard deviation of the noise of one fold's count. */
    double countSigma() {
        return sigma(count);
    }

    /** Standard deviation of the noise of a bin. */
    double binSigma() {
        return sigma(histogram);
    }

    private static double sigma(Rational rho) {
        return Math.sqrt(ZeroConcentrated.sigmaSquared(1, rho).toDouble());
    }
}
