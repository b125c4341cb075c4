package io.auralis.engine.plan;

import java.util.List;

/** Every parameter of one mastering, in the order of the chain, decided before a sample is changed. */
public record MasteringPlan(List<PlannedParameter> parameters) {
    public MasteringPlan {
        parameters = List.copyOf(parameters);
    }

    /** @throws IllegalArgumentException if the plan has no parameter of that name */
    public PlannedParameter parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no " + name));
    }
}
