package io.auralis.aggregator.exact;

import io.auralis.aggregator.sink.ExactStatistics;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.PartitionPosition;
import io.auralis.aggregator.statistics.StateDocument;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The exact statistics.
 *
 * @param sha256 checksum of them all: the same reports give the same, however they were counted
 * @param reports live reports
 * @param positions per partition of the topic of reports, up to which offset they are counted and what was met
 * @param cohorts every cohort, in order of its key
 */
public record ExactFigures(
        String sha256, long reports, SortedMap<Integer, PartitionPosition> positions, List<CohortFigures> cohorts) {

    /**
     * @param cohort base model, recording type, gear, hearing, month
     * @param contributors how many reports
     * @param counts all that is counted of them, where it was asked for
     */
    public record CohortFigures(
            String cohort, long contributors, @Nullable StateDocument counts) {
        static CohortFigures of(Map.Entry<String, CohortState> entry, boolean withCounts) {
            return new CohortFigures(
                    entry.getKey(),
                    entry.getValue().contributors(),
                    withCounts ? StateDocument.of(entry.getValue()) : null);
        }
    }

    static ExactFigures of(ExactStatistics statistics, boolean withCounts) {
        return new ExactFigures(
                statistics.sha256(),
                statistics.reports(),
                statistics.positions(),
                statistics.cohorts().entrySet().stream()
                        .map(entry -> CohortFigures.of(entry, withCounts))
                        .toList());
    }
}
