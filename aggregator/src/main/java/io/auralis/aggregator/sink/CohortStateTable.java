package io.auralis.aggregator.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.auralis.aggregator.statistics.Cohort;
import io.auralis.aggregator.statistics.PartitionPosition;
import io.auralis.aggregator.statistics.StateDocument;
import io.auralis.contracts.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The cohort states in PostgreSQL, per partition. A batch of changes and the position it leads to are one transaction, and
 * the position is locked and compared first: a redelivered batch, or one of an instance that lost the partition without
 * noticing it, changes nothing. So the table always is what the reports up to the position come to, neither behind it nor
 * ahead, and may be dropped: it fills again from the topic.
 */
public final class CohortStateTable {
    private final DataSource database;

    public CohortStateTable(DataSource database) {
        this.database = database;
    }

    /**
     * Makes the source the owner of the statistics; those of another one are dropped.
     *
     * @throws SupersededException if a higher generation owns them
     */
    public void adopt(StateSource source) throws SQLException {
        transact(connection -> {
            StateSource owner = owner(connection, "for update");
            if (owner.equals(source)) {
                return;
            }
            if (owner.generation() > source.generation()) {
                throw new SupersededException(source, owner);
            }
            replace(connection, source);
        });
    }

    /** Per partition, the offset of the first change that is not in the table; absent where none is. */
    public Map<Integer, Long> positions() throws SQLException {
        Map<Integer, Long> positions = new TreeMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select partition, next_offset from aggregator.statistics_position");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                positions.put(rows.getInt(1), rows.getLong(2));
            }
        }
        return positions;
    }

    /**
     * Brings the table to after the changes; what is in it already is skipped.
     *
     * @param changes partitions in ascending order, so that two instances never wait for each other
     * @throws SupersededException if the source no longer owns the statistics
     * @throws IllegalStateException if the table is behind where the changes start: it was dropped meanwhile
     */
    void apply(StateSource source, List<PartitionChange> changes) throws SQLException {
        transact(connection -> {
            StateSource owner = owner(connection, "for share");
            if (!owner.equals(source)) {
                throw new SupersededException(source, owner);
            }
            for (PartitionChange change : changes) {
                apply(connection, change);
            }
        });
    }

    /**
     * Does nothing while the table is as its reader left it.
     *
     * @param reached per partition, the offset before which everything was applied
     * @throws SupersededException if the source no longer owns the statistics
     * @throws IllegalStateException if the statistics were dropped meanwhile
     */
    void requireUnchanged(StateSource source, Map<Integer, Long> reached) throws SQLException {
        try (Connection connection = database.getConnection()) {
            StateSource owner = owner(connection, "");
            if (!owner.equals(source)) {
                throw new SupersededException(source, owner);
            }
        }
        Map<Integer, Long> positions = positions();
        reached.forEach((partition, offset) -> {
            if (positions.getOrDefault(partition, 0L) < offset) {
                throw new IllegalStateException("partition " + partition + " lacks what is before " + offset);
            }
        });
    }

    private static void apply(Connection connection, PartitionChange change) throws SQLException {
        long position = lockPosition(connection, change.partition());
        if (change.from() > position) {
            throw new IllegalStateException("partition " + change.partition() + " is at " + position
                    + " and lacks what is before " + change.from());
        }
        if (change.nextOffset() <= position) {
            return;
        }
        upsert(
                connection,
                change.partition(),
                change.states().stream()
                        .filter(state -> !state.state().isEmpty())
                        .toList());
        delete(
                connection,
                change.partition(),
                change.states().stream()
                        .filter(state -> state.state().isEmpty())
                        .toList());
        movePosition(connection, change);
    }

    /**
     * Drops the statistics; whoever reads the topic of cohort states then starts it over. Nobody's privacy is spent and
     * no report is read again: see the generation for that.
     */
    public void drop() throws SQLException {
        transact(connection -> {
            StateSource owner = owner(connection, "for update");
            replace(connection, new StateSource(owner.generation(), ""));
        });
    }

    private static void replace(Connection connection, StateSource source) throws SQLException {
        execute(connection, "delete from aggregator.cohort_state");
        execute(connection, "delete from aggregator.statistics_position");
        try (PreparedStatement statement =
                connection.prepareStatement("update aggregator.statistics_source set generation = ?, topic_id = ?")) {
            statement.setInt(1, source.generation());
            statement.setString(2, source.topicId());
            statement.executeUpdate();
        }
    }

    private static long lockPosition(Connection connection, int partition) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into aggregator.statistics_position (partition, next_offset) values (?, 0)"
                        + " on conflict do nothing")) {
            insert.setInt(1, partition);
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement(
                "select next_offset from aggregator.statistics_position where partition = ? for update")) {
            select.setInt(1, partition);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void movePosition(Connection connection, PartitionChange change) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update aggregator.statistics_position set next_offset = ?, reports_from = ?, reports_next = ?,
                    records = ?, reports = ?, withdrawn = ?, expired = ?, dead_letters = ?, earliest_month = ?
                where partition = ?""")) {
            PartitionPosition position = change.position();
            update.setLong(1, change.nextOffset());
            update.setLong(2, position.from());
            update.setLong(3, position.next());
            update.setLong(4, position.records());
            update.setLong(5, position.reports());
            update.setLong(6, position.withdrawn());
            update.setLong(7, position.expired());
            update.setLong(8, position.deadLetters());
            update.setString(9, position.earliestMonth());
            update.setInt(10, change.partition());
            update.executeUpdate();
        }
    }

    private static void upsert(Connection connection, int partition, Collection<StateChange> changes)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into aggregator.cohort_state (cohort, base_model, recording_type, gear_class, hearing_class,
                    month, version, contributors, document, partition)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict (cohort, partition) do update set version = excluded.version, contributors = excluded.contributors,
                    document = excluded.document
                where cohort_state.version < excluded.version""")) {
            for (StateChange change : changes) {
                Cohort cohort = Cohort.parse(change.cohort());
                statement.setString(1, change.cohort());
                statement.setString(2, cohort.baseModel().toString());
                statement.setString(3, cohort.recordingType().name().toLowerCase(Locale.ROOT));
                statement.setString(4, cohort.gearClass().key());
                statement.setString(5, cohort.hearingClass().key());
                statement.setString(6, cohort.month());
                statement.setLong(7, change.offset());
                statement.setLong(8, change.state().contributors());
                statement.setString(9, json(change));
                statement.setInt(10, partition);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void delete(Connection connection, int partition, Collection<StateChange> changes)
            throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "delete from aggregator.cohort_state where cohort = ? and version < ? and partition = ?")) {
            for (StateChange change : changes) {
                statement.setString(1, change.cohort());
                statement.setLong(2, change.offset());
                statement.setInt(3, partition);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static String json(StateChange change) {
        try {
            return Json.mapper().writeValueAsString(StateDocument.of(change.state()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state did not serialise", e);
        }
    }

    private static StateSource owner(Connection connection, String lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select generation, topic_id from aggregator.statistics_source " + lock);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new StateSource(rows.getInt(1), rows.getString(2));
        }
    }

    private void transact(Work work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollback(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollback(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and the transaction with it.
            cause.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException;
    }
}
