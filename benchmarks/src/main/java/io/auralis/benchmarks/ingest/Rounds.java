package io.auralis.benchmarks.ingest;

import io.auralis.benchmarks.endpoint.Target;
import io.auralis.benchmarks.figures.Median;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The runs of all rounds, by shape and target, and what follows from them. */
final class Rounds {
    private record Place(Shape shape, Target target) {}

    private final Map<Place, List<Run>> runs = new LinkedHashMap<>();

    void add(Shape shape, Target target, Run run) {
        runs.computeIfAbsent(new Place(shape, target), place -> new ArrayList<>())
                .add(run);
    }

    List<Row> rows() {
        return runs.entrySet().stream()
                .map(entry -> Row.of(entry.getKey().target(), entry.getKey().shape(), entry.getValue()))
                .toList();
    }

    /** ingest-service in each mode against each of the others. */
    List<Ratio> ratios() {
        List<Ratio> ratios = new ArrayList<>();
        for (Place ours : runs.keySet()) {
            for (Place theirs : runs.keySet()) {
                if (isIngest(ours) && !isIngest(theirs) && ours.shape().equals(theirs.shape())) {
                    ratios.add(new Ratio(
                            ours.target().name(),
                            theirs.target().name(),
                            ours.shape().connections(),
                            ours.shape().batch(),
                            ratio(ours, theirs, run -> run.seen().requestsPerSecond()),
                            ratio(ours, theirs, run -> run.cpuBoundRequestsPerSecond(1))));
                }
            }
        }
        return ratios;
    }

    private double ratio(Place ours, Place theirs, ToDoubleFunction<Run> figure) {
        List<Run> mine = runs.getOrDefault(ours, List.of());
        List<Run> others = runs.getOrDefault(theirs, List.of());
        return Median.of(
                IntStream.range(0, Math.min(mine.size(), others.size())).boxed().toList(),
                round -> quotient(figure.applyAsDouble(mine.get(round)), figure.applyAsDouble(others.get(round))));
    }

    /** 0 where there is nothing to divide by: no answer in a round, or an unknown process. */
    private static double quotient(double ours, double theirs) {
        return theirs == 0 ? 0 : ours / theirs;
    }

    private static boolean isIngest(Place place) {
        return place.target().isIngest();
    }
}
