package io.auralis.agent.library;

import io.auralis.agent.home.HomeException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** The store's one connection: questions, changes and transactions, one at a time, each failure in a sentence. */
final class LibraryConnection implements AutoCloseable {
    /** Another process commits a track in milliseconds; who waits this long waits for one that hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path file;
    private final Connection connection;

    private LibraryConnection(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * @param mostPages as {@link Library#open(io.auralis.agent.home.AuralisHome, int)} has it
     * @throws HomeException if the store is damaged, of a newer program, or cannot be written
     */
    static LibraryConnection open(Path file, int mostPages) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // In WAL mode this survives a kill of the process whole; a power cut may cost the last tracks, never the store.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout((int) PATIENCE.toMillis());
        if (mostPages > 0) {
            config.setMaxPageCount(mostPages);
        }
        // What is forgotten is overwritten, not only unlinked.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        try {
            Connection connection = JDBC.createConnection(JDBC.PREFIX + file, config.toProperties());
            try {
                LibrarySchema.bringUpToDate(connection, file);
                return new LibraryConnection(file, connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    /** What is said of a store whose check found something. */
    HomeException damaged(String found) {
        return SqlFailure.of(new SQLException(found, "", SQLiteErrorCode.SQLITE_CORRUPT.code), file);
    }

    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    synchronized <T> List<T> query(String sql, List<Object> parameters, RowReader<T> reader) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters.toArray());
            List<T> all = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
            }
            return all;
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    int update(String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }

    private static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }

    /** The write lock is taken first: a transaction that only then wants to write could be refused halfway. */
    synchronized void inTransaction(Runnable work) {
        update("BEGIN IMMEDIATE");
        try {
            work.run();
            update("COMMIT");
        } catch (RuntimeException e) {
            try {
                update("ROLLBACK");
            } catch (HomeException rollback) {
                // SQLite has rolled back already where the disk was full.
                e.addSuppressed(rollback);
            }
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SqlFailure.of(e, file);
        }
    }
}
