package io.auralis.agent.library;

import io.auralis.agent.home.HomeException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The store's tables and how an older store becomes the newest. SQLite's {@code user_version} is the number of the last
 * step taken; all missing steps are taken in one transaction, so a kill leaves the old store or the new one.
 */
final class LibrarySchema {
    /** "AURL" in SQLite's {@code application_id}, by which a file that is not ours is known. */
    private static final int APPLICATION_ID = 0x4155524c;

    /** Never changed once released; what changes is a further step. */
    private static final List<List<String>> STEPS =
            List.of(List.of("""
                    CREATE TABLE track (
                        id INTEGER PRIMARY KEY,
                        sha256 TEXT NOT NULL UNIQUE,
                        edition TEXT NOT NULL,
                        fingerprint BLOB NOT NULL,
                        seconds REAL NOT NULL,
                        title TEXT NOT NULL,
                        artist TEXT NOT NULL,
                        album TEXT NOT NULL,
                        heard_at INTEGER NOT NULL)""", """
                    CREATE TABLE file (
                        path TEXT PRIMARY KEY,
                        track INTEGER NOT NULL REFERENCES track (id) ON DELETE CASCADE,
                        bytes INTEGER NOT NULL,
                        modified_nanos INTEGER NOT NULL,
                        missing_since INTEGER) WITHOUT ROWID""", "CREATE INDEX file_of_track ON file (track)", """
                    CREATE TABLE refused (
                        path TEXT PRIMARY KEY,
                        bytes INTEGER NOT NULL,
                        modified_nanos INTEGER NOT NULL,
                        reason TEXT NOT NULL) WITHOUT ROWID"""));

    static final int NEWEST = STEPS.size();

    private LibrarySchema() {}

    /** @throws HomeException if the store was written by a newer program, or is none of ours */
    static void bringUpToDate(Connection connection, Path file) throws SQLException {
        int version = number(connection, "PRAGMA user_version");
        if (version == NEWEST) {
            return;
        }
        refuseNewer(version, file);
        int owner = number(connection, "PRAGMA application_id");
        boolean empty = number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (owner != APPLICATION_ID && !empty) {
            throw new HomeException(file + " is a database, but no library of Auralis; it was left as it is.");
        }
        try (Statement statement = connection.createStatement()) {
            // The write lock first: of two processes that find an old store, the second sees the first one's work.
            statement.execute("BEGIN IMMEDIATE");
            try {
                take(statement, number(connection, "PRAGMA user_version"));
                statement.execute("COMMIT");
            } catch (SQLException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    private static void take(Statement statement, int from) throws SQLException {
        for (int step = from; step < NEWEST; step++) {
            for (String sql : STEPS.get(step)) {
                statement.execute(sql);
            }
        }
        statement.execute("PRAGMA application_id = " + APPLICATION_ID);
        statement.execute("PRAGMA user_version = " + NEWEST);
    }

    private static void refuseNewer(int version, Path file) {
        if (version > NEWEST) {
            throw new HomeException(file + " was written by a newer version of the program (store version " + version
                    + ", this one knows " + NEWEST + "); update Auralis to use it.");
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getInt(1);
        }
    }
}
