package io.auralis.aggregator.candidate;

import io.auralis.aggregator.statistics.PartitionPosition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What each derivation was made from; lives within one transaction. */
final class ProvenanceTable {
    private final Connection database;

    ProvenanceTable(Connection database) {
        this.database = database;
    }

    void insert(UUID derivation, Provenance provenance) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement("""
                insert into aggregator.derivation_source (derivation_id, partition, reports_from, reports_next, records,
                    reports, withdrawn, expired, dead_letters, earliest_month) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            for (Map.Entry<Integer, PartitionPosition> entry :
                    provenance.positions().entrySet()) {
                PartitionPosition position = entry.getValue();
                statement.setObject(1, derivation);
                statement.setInt(2, entry.getKey());
                statement.setLong(3, position.from());
                statement.setLong(4, position.next());
                statement.setLong(5, position.records());
                statement.setLong(6, position.reports());
                statement.setLong(7, position.withdrawn());
                statement.setLong(8, position.expired());
                statement.setLong(9, position.deadLetters());
                statement.setString(10, position.earliestMonth());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        try (PreparedStatement statement = database.prepareStatement(
                "insert into aggregator.derivation_sample (derivation_id, population, month, sha256)"
                        + " values (?, ?, ?, ?)")) {
            for (Map.Entry<String, String> sample : provenance.samples().entrySet()) {
                int month = sample.getKey().lastIndexOf(' ');
                statement.setObject(1, derivation);
                statement.setString(2, sample.getKey().substring(0, month));
                statement.setString(3, sample.getKey().substring(month + 1));
                statement.setString(4, sample.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Per partition, up to which offset reports were counted for the newest derivation; empty before the first. */
    Map<Integer, Long> newestPositions() throws SQLException {
        Map<Integer, Long> positions = new TreeMap<>();
        try (PreparedStatement statement = database.prepareStatement("""
                        select partition, reports_next from aggregator.derivation_source where derivation_id =
                            (select id from aggregator.derivation order by started_at desc limit 1)""");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                positions.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return positions;
    }

    Provenance read(UUID derivation) throws SQLException {
        SortedMap<Integer, PartitionPosition> positions = new TreeMap<>();
        SortedMap<String, String> samples = new TreeMap<>();
        try (PreparedStatement statement = database.prepareStatement("""
                select partition, reports_from, reports_next, records, reports, withdrawn, expired, dead_letters,
                    earliest_month from aggregator.derivation_source where derivation_id = ?""")) {
            statement.setObject(1, derivation);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.put(
                            rows.getInt(1),
                            new PartitionPosition(
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    rows.getLong(4),
                                    rows.getLong(5),
                                    rows.getLong(6),
                                    rows.getLong(7),
                                    rows.getLong(8),
                                    rows.getString(9)));
                }
            }
        }
        try (PreparedStatement statement = database.prepareStatement(
                "select population, month, sha256 from aggregator.derivation_sample where derivation_id = ?")) {
            statement.setObject(1, derivation);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    samples.put(rows.getString(1) + " " + rows.getString(2), rows.getString(3));
                }
            }
        }
        return new Provenance(positions, samples);
    }
}
