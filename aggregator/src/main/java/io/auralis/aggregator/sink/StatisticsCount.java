package io.auralis.aggregator.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * How much the database's statistics rest on.
 *
 * @param reports live reports, each counted once
 * @param cohorts cohorts with at least one
 */
public record StatisticsCount(long reports, long cohorts) {

    /** @throws SQLException while the database is away or has no schema yet */
    public static StatisticsCount read(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select coalesce(sum(contributors), 0), count(distinct cohort) from aggregator.cohort_state");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new StatisticsCount(rows.getLong(1), rows.getLong(2));
        }
    }
}
