package io.auralis.aggregator.candidate;

import io.auralis.aggregator.derivation.Sample;
import io.auralis.aggregator.privacy.Rational;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What was spent of the quarters' budgets; lives within one transaction. The quarter is that of the reports and not of
 * today: whoever sends once a month has at most three reports in a quarter's account, so the budget bounds what all that
 * he sent in the quarter to one population can cost him.
 */
final class PrivacyLedger {
    private static final int MONTHS_OF_QUARTER = 3;

    private final Rational budget;
    private final Instant now;
    private final Map<String, Cost> spent = new HashMap<>();

    PrivacyLedger(Rational budget, Instant now) {
        this.budget = budget;
        this.now = now;
    }

    /** Pays, unless that would exceed the budget. */
    boolean pay(Sample sample, Cost cost) {
        String population = sample.population().key();
        String quarter = quarter(sample.month());
        String account = population + " " + quarter;
        Cost after = spent.computeIfAbsent(account, absent -> recorded(population, quarter))
                .plus(cost);
        if (!after.isWithin(budget)) {
            return false;
        }
        spent.put(account, after);
        new PrivacySpentEntity(population, quarter, now, cost).persist();
        return true;
    }

    private static Cost recorded(String population, String quarter) {
        return PrivacySpentEntity.<PrivacySpentEntity>list("population = ?1 and quarter = ?2", population, quarter)
                .stream()
                .map(entry -> new Cost(Rational.of(entry.trainRho), Rational.of(entry.heldOutRho)))
                .reduce(Cost.NOTHING, Cost::plus);
    }

    /** {@code 2026-11} gives {@code 2026-Q4}. */
    static String quarter(String month) {
        int ofYear = Integer.parseInt(month.substring(month.length() - 2));
        return month.substring(0, month.length() - 2) + "Q" + ((ofYear - 1) / MONTHS_OF_QUARTER + 1);
    }
}
