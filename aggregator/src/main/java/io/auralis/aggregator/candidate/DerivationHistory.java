package io.auralis.aggregator.candidate;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** When candidates were derived last. */
@Singleton
public final class DerivationHistory {
    private final DataSource database;

    public DerivationHistory(DataSource database) {
        this.database = database;
    }

    /** @throws SQLException while the database is away or has no schema yet */
    public Optional<Run> last() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement("select started_at, proposed, refused"
                        + " from aggregator.derivation order by started_at desc limit 1");
                ResultSet rows = statement.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Run(
                            rows.getObject(1, OffsetDateTime.class).toInstant(), rows.getInt(2), rows.getInt(3)))
                    : Optional.empty();
        }
    }

    /**
     * One derivation.
     *
     * @param proposed candidates it found
     * @param refused cells it found none for
     */
    public record Run(Instant at, int proposed, int refused) {}
}
