package io.auralis.aggregator.candidate;

import io.auralis.aggregator.derivation.Population;
import io.auralis.aggregator.derivation.Sample;
import io.auralis.aggregator.statistics.Cohort;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.contracts.basemodel.SemanticVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cohorts pooled into samples. */
final class CohortStatistics {
    private CohortStatistics() {}

    /**
     * Per base model that there are reports for, the samples of its newest months.
     *
     * @param cohorts state per cohort key
     * @param months how many of the months that have reports, at least 1
     */
    static Map<SemanticVersion, List<Sample>> pool(Map<String, CohortState> cohorts, int months) {
        Map<SemanticVersion, Map<String, Map<Population, CohortState>>> pooled = new TreeMap<>();
        cohorts.forEach((key, state) -> {
            Cohort cohort = Cohort.parse(key);
            Population.of(cohort)
                    .ifPresent(population -> pooled.computeIfAbsent(
                                    cohort.baseModel(), model -> new TreeMap<>(Comparator.reverseOrder()))
                            .computeIfAbsent(cohort.month(), month -> new HashMap<>())
                            .merge(population, state, CohortState::merge));
        });
        Map<SemanticVersion, List<Sample>> samples = new TreeMap<>();
        pooled.forEach((model, byMonth) -> {
            List<Sample> newest = new ArrayList<>();
            byMonth.entrySet().stream()
                    .limit(months)
                    .forEach(month -> month.getValue()
                            .forEach((population, state) -> newest.add(new Sample(population, month.getKey(), state))));
            samples.put(model, newest);
        });
        return samples;
    }
}
