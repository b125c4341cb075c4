package io.auralis.aggregator.candidate;

import io.auralis.aggregator.derivation.PrivacyCosts;
import io.auralis.aggregator.privacy.Rational;

/**
 * What a question costs the reports that it is asked of.
 *
 * @param train rho for a report of the train fold
 * @param heldOut rho for one of the held-out fold
 */
record Cost(Rational train, Rational heldOut) {
    static final Cost NOTHING = new Cost(Rational.ZERO, Rational.ZERO);

    static Cost ofCount(PrivacyCosts costs) {
        return new Cost(costs.count(), costs.count());
    }

    static Cost ofDistribution(PrivacyCosts costs) {
        return new Cost(costs.distribution(), costs.voices());
    }

    static Cost ofTest(PrivacyCosts costs) {
        return new Cost(Rational.ZERO, costs.test());
    }

    Cost plus(Cost other) {
        return new Cost(train.plus(other.train), heldOut.plus(other.heldOut));
    }

    boolean isWithin(Rational budget) {
        return train.compareTo(budget) <= 0 && heldOut.compareTo(budget) <= 0;
    }
}
