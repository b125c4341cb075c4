package io.auralis.benchmarks.ingest;

import io.auralis.benchmarks.endpoint.Target;
import io.auralis.benchmarks.figures.Median;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                            ratio(runs.getOrDefault(ours, List.of()), runs.getOrDefault(theirs, List.of()))));
                }
            }
        }
        return ratios;
    }

    private static double ratio(List<Run> ours, List<Run> theirs) {
        return Median.of(
                IntStream.range(0, Math.min(ours.size(), theirs.size())).boxed().toList(),
                round -> ours.get(round).seen().requestsPerSecond()
                        / theirs.get(round).seen().requestsPerSecond());
    }

    private static boolean isIngest(Place place) {
        return place.target().isIngest();
    }
}
