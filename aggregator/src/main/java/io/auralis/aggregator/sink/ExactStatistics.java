package io.auralis.aggregator.sink;

import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.PartitionPosition;
import io.auralis.aggregator.statistics.StateDocument;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The exact statistics as the database has them at one moment, and of which reports they are.
 *
 * @param positions per partition of the topic of reports
 * @param cohorts per cohort key, summed over the partitions
 */
public record ExactStatistics(SortedMap<Integer, PartitionPosition> positions, SortedMap<String, CohortState> cohorts) {

    /** @throws SQLException while the database is away or has no schema yet */
    public static ExactStatistics read(Connection database) throws SQLException {
        SortedMap<Integer, PartitionPosition> positions = new TreeMap<>();
        SortedMap<String, CohortState> cohorts = new TreeMap<>();
        // One statement, so that all rows are of one moment.
        try (PreparedStatement statement = database.prepareStatement("""
                        select p.partition, p.reports_from, p.reports_next, p.records, p.reports, p.withdrawn,
                            p.expired, p.dead_letters, p.earliest_month, s.cohort, s.document
                        from aggregator.statistics_position p
                        left join aggregator.cohort_state s on s.partition = p.partition""");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                positions.put(rows.getInt(1), position(rows));
                String cohort = rows.getString(10);
                if (cohort != null) {
                    cohorts.merge(cohort, state(rows.getString(11)), CohortState::merge);
                }
            }
        }
        return new ExactStatistics(positions, cohorts);
    }

    private static PartitionPosition position(ResultSet rows) throws SQLException {
        return new PartitionPosition(
                rows.getLong(2),
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5),
                rows.getLong(6),
                rows.getLong(7),
                rows.getLong(8),
                rows.getString(9));
    }

    private static CohortState state(String document) {
        return Json.read(document.getBytes(StandardCharsets.UTF_8), StateDocument.class)
                .state();
    }

    public long reports() {
        return cohorts.values().stream().mapToLong(CohortState::contributors).sum();
    }

    /** The same statistics have the same checksum, however they were counted. */
    public String sha256() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        cohorts.forEach((cohort, state) -> {
            all.writeBytes(cohort.getBytes(StandardCharsets.UTF_8));
            all.write(0);
            all.writeBytes(state.bytes());
        });
        return Sha256.hex(all.toByteArray());
    }
}
