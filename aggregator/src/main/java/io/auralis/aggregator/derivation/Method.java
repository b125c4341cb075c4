package io.auralis.aggregator.derivation;

import io.auralis.aggregator.privacy.Rational;
import java.util.Locale;

/** The derivation in words, for the maintainer who reviews a candidate. */
final class Method {
    private Method() {}

    static String inWords(Cell cell, int minimumContributors, PrivacyTerms terms) {
        String whose = cell.population().isNeutral()
                ? "contributors with neutral headphones or speakers, whose wish is asked of the model itself"
                : "contributors with this class of gear, minus that of those with neutral gear";
        return "Location: 20 % trimmed mean of the personal deltas of " + whose
                + ", each report of the month counted once, pooled over hearing classes;"
                + " four fifths of the reports, chosen by their ids, are used for it. "
                + "Every count carries exact discrete Gaussian noise (Canonne, Kamath, Steinke 2020);"
                + " the noisy histogram is projected onto non-negative counts of the noisy total before it is read. "
                + "Interval: 95 % of Student's t, with the sampling error of a trimmed mean and the noise's own. "
                + "Step: location times n/(n+10), at most 5 grid steps, on the grid. "
                + "Proposed since the count with noise shows at least " + minimumContributors + " contributors"
                + " (fewer pass in one of a thousand cases),"
                + " the interval widened for eight dimensions excludes no change,"
                + " and the mean absolute delta of the held-out fifth falls (deltas clipped at what 95 % keep within). "
                + "Asks: reports by what each asked for most often, one voice each. "
                + "Privacy: zero-concentrated differential privacy of one report, whose figures here cost rho and,"
                + " with delta, epsilon. All that may be drawn from this population's month costs a report at most "
                + spent(terms.costs().perRelease(), terms)
                + " a time, and from its quarter at most "
                + spent(terms.perQuarter(), terms) + ".";
    }

    private static String spent(Rational rho, PrivacyTerms terms) {
        return String.format(Locale.ROOT, "rho %s (epsilon %.2f)", rho.decimal().toPlainString(), terms.epsilon(rho));
    }
}
