package io.auralis.aggregator.derivation;

import io.auralis.contracts.candidate.CandidateChange;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Locale;

/** What at most one open candidate may be about. */
public record Cell(Population population, TasteDimension dimension) {

    /** Key in the table and the beginning of a candidate's id: {@code 1-0-0-studio-neutral-low-mid}. */
    public String key() {
        return (population.key() + "/" + dimension.key())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "-");
    }

    CandidateChange change(int steps) {
        double step = dimension.fromSteps(steps);
        return population.gearClass() == null
                ? new CandidateChange.ParameterStep(population.recordingType(), dimension, step)
                : new CandidateChange.GearPriorStep(
                        population.recordingType(), population.gearClass(), dimension, step);
    }
}
