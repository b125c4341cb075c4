package io.auralis.aggregator.candidate;

import io.auralis.aggregator.derivation.Population;
import io.auralis.aggregator.derivation.Sample;
import io.auralis.aggregator.statistics.Cohort;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.StateDocument;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.Json;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The exact statistics as the database has them at one moment, pooled into samples. */
final class CohortStatistics {
    private CohortStatistics() {}

    /**
     * Per base model that there are reports for, the samples of its newest months.
     *
     * @param months how many of the months that have reports, at least 1
     */
    static Map<SemanticVersion, List<Sample>> read(EntityManager database, int months) {
        Map<SemanticVersion, Map<String, Map<Population, CohortState>>> pooled = new TreeMap<>();
        // One statement, so that all rows are of one moment.
        List<Object[]> rows = database.createNativeQuery(
                        "select cohort, cast(document as text) from aggregator.cohort_state", Object[].class)
                .getResultList();
        for (Object[] row : rows) {
            Cohort cohort = Cohort.parse((String) row[0]);
            Population.of(cohort)
                    .ifPresent(population -> pooled.computeIfAbsent(
                                    cohort.baseModel(), model -> new TreeMap<>(Comparator.reverseOrder()))
                            .computeIfAbsent(cohort.month(), month -> new HashMap<>())
                            .merge(population, state((String) row[1]), CohortState::merge));
        }
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

    private static CohortState state(String document) {
        return Json.read(document.getBytes(StandardCharsets.UTF_8), StateDocument.class)
                .state();
    }
}
