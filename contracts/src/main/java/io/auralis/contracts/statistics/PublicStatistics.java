package io.auralis.contracts.statistics;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What listeners want, for everybody to read. Every figure carries exact discrete Gaussian noise and was drawn once, for
 * a derivation of candidates; a population of fewer than {@code minimumContributors} is not here, by a count with noise.
 *
 * @param schema always {@value #SCHEMA}
 * @param minimumContributors k
 * @param delta at which each population's epsilon is stated
 * @param populations newest month's figures of each population, ordered by model, type, gear, month
 */
public record PublicStatistics(
        String schema, int minimumContributors, double delta, List<PopulationFigures> populations) {
    public static final String SCHEMA = "statistics/1";

    public PublicStatistics {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("statistics' schema must be \"" + SCHEMA + "\"");
        }
        if (minimumContributors < 1) {
            throw new IllegalArgumentException("k must be at least 1 but is " + minimumContributors);
        }
        populations = List.copyOf(populations);
    }

    /**
     * Contributors who are counted together.
     *
     * @param baseModel the model their deltas are relative to
     * @param recordingType the type of the tracks they rated
     * @param gearClass their colouring gear; absent for all neutral gear together
     * @param month {@code YYYY-MM}
     * @param contributors with noise
     * @param rho zero-concentrated differential privacy that all figures of this population and month cost one report at
     *     most
     * @param epsilon the same with delta
     * @param dimensions what was drawn of them
     */
    public record PopulationFigures(
            SemanticVersion baseModel,
            RecordingType recordingType,
            @Nullable GearClass gearClass,
            String month,
            long contributors,
            double rho,
            double epsilon,
            Map<TasteDimension, DimensionFigures> dimensions) {
        public PopulationFigures {
            Map<TasteDimension, DimensionFigures> ordered = new EnumMap<>(TasteDimension.class);
            ordered.putAll(dimensions);
            dimensions = Collections.unmodifiableMap(ordered);
        }
    }

    /**
     * What a population wants in a dimension; counts carry noise and may be negative.
     *
     * @param deltas contributors per delta, from minus to plus the dimension's limit in grid steps, of the four fifths that
     *     are not held out
     * @param more contributors who asked most often for more
     * @param fine for no change
     * @param less for less
     */
    public record DimensionFigures(List<Long> deltas, long more, long fine, long less) {
        public DimensionFigures {
            deltas = List.copyOf(deltas);
        }
    }
}
