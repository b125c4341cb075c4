package io.auralis.aggregator.derivation;

import io.auralis.aggregator.statistics.CohortState;

/**
 * The reports of one population in one month. A derivation looks at one month at a time, since whoever sends in two
 * months cannot be recognised and would count twice.
 *
 * @param month {@code YYYY-MM}
 * @param state exact; only {@link Releases} may look into it
 */
public record Sample(Population population, String month, CohortState state) {}
