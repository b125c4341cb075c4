package io.auralis.simulator;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.simulator.listener.Crowd;
import io.auralis.simulator.listener.ListenerOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a simulated population: the truth beside what was learned of it.
 *
 * @param month {@code YYYY-MM}
 * @param tracks that each rated
 * @param accepted reports that the server confirmed
 * @param refused reports that it refused
 * @param waiting reports that it gave no word on
 * @param problems why, each once
 * @param neutral how many listeners have neutral gear: what they want is asked of the base model itself
 * @param dimensions of those with neutral gear
 * @param seconds that it took
 */
public record SimulationReport(
        int listeners,
        RecordingType type,
        String month,
        int tracks,
        long seed,
        int accepted,
        int refused,
        int waiting,
        List<String> problems,
        int neutral,
        List<Figures> dimensions,
        double seconds) {
    /**
     * @param trueMean mean of the hidden preferences, in the dimension's unit
     * @param learnedMean mean of what the program learned
     */
    public record Figures(TasteDimension dimension, double trueMean, double learnedMean) {}

    public SimulationReport {
        problems = List.copyOf(problems);
        dimensions = List.copyOf(dimensions);
    }

    /** Sums the outcomes up. */
    public static SimulationReport of(Crowd crowd, List<ListenerOutcome> outcomes, double seconds) {
        List<ListenerOutcome> neutral =
                outcomes.stream().filter(one -> one.gear().isNeutral()).toList();
        List<Figures> figures = new ArrayList<>();
        for (TasteDimension dimension : TasteDimension.values()) {
            figures.add(new Figures(
                    dimension,
                    rounded(neutral.stream()
                            .mapToDouble(one -> one.wishes().getOrDefault(dimension, 0.0))
                            .average()
                            .orElse(0)),
                    rounded(neutral.stream()
                            .mapToDouble(one -> one.learned().getOrDefault(dimension, 0.0))
                            .average()
                            .orElse(0))));
        }
        return new SimulationReport(
                outcomes.size(),
                crowd.type(),
                crowd.month().toString(),
                crowd.tracks(),
                crowd.seed(),
                outcomes.stream().mapToInt(ListenerOutcome::accepted).sum(),
                outcomes.stream().mapToInt(ListenerOutcome::refused).sum(),
                outcomes.stream().mapToInt(ListenerOutcome::waiting).sum(),
                outcomes.stream()
                        .map(ListenerOutcome::problem)
                        .filter(problem -> !problem.isEmpty())
                        .distinct()
                        .toList(),
                neutral.size(),
                figures,
                rounded(seconds));
    }

    /** The figures of one dimension. */
    public Figures of(TasteDimension dimension) {
        return dimensions.stream()
                .filter(one -> one.dimension() == dimension)
                .findFirst()
                .orElseThrow();
    }

    /** A thousandth: further digits are of no use to a reader. */
    private static double rounded(double value) {
        return Math.rint(value * 1000) / 1000;
    }
}
