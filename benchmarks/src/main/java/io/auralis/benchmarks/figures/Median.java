package io.auralis.benchmarks.figures;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle one of some figures, or the mean of the middle two. */
public final class Median {
    private Median() {}

    /** @throws IllegalArgumentException when there is none */
    public static <T> double of(List<T> things, ToDoubleFunction<T> figure) {
        double[] sorted = things.stream().mapToDouble(figure).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no figures have no median");
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
