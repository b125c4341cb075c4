package io.auralis.aggregator.derivation;

import io.auralis.aggregator.privacy.Rational;
import io.auralis.aggregator.privacy.ZeroConcentrated;

/**
 * What contributors were promised, as the evidence states it.
 *
 * @param costs of one release
 * @param perQuarter rho that all releases of a population's reports of one calendar quarter may cost together
 * @param delta at which epsilon is stated, between 0 and 1
 */
public record PrivacyTerms(PrivacyCosts costs, Rational perQuarter, double delta) {
    public PrivacyTerms {
        if (!(delta > 0 && delta < 1)) {
            throw new IllegalArgumentException("delta must be between 0 and 1 but is " + delta);
        }
    }

    /** Epsilon of a rho at this delta. */
    double epsilon(Rational rho) {
        return ZeroConcentrated.epsilon(rho.toDouble(), delta);
    }
}
