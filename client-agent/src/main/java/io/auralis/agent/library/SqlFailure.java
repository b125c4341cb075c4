package io.auralis.agent.library;

import io.auralis.agent.home.HomeException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Says in one sentence what the store's failure means to the listener and what he can do. */
final class SqlFailure {
    private SqlFailure() {}

    static HomeException of(SQLException e, Path file) {
        // The low byte is the kind of failure, what is above it the exact place (sqlite.org/rescode.html).
        SQLiteErrorCode kind = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
        return switch (kind) {
            case SQLITE_FULL ->
                new HomeException(
                        "The disk is full: " + file + " cannot grow. What is stored stays; free some space and"
                                + " run the command again.",
                        e);
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                new HomeException(
                        file + " is damaged. It was left as it is and holds nothing but what a scan finds"
                                + " again: move it away and run \"auralis library scan\" anew.",
                        e);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new HomeException("Another process holds " + file + "; run the command again when it is done.", e);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH ->
                new HomeException("Cannot open " + file + " for writing: check its permissions.", e);
            case SQLITE_IOERR -> new HomeException("Cannot read or write " + file + ": the disk reports an error.", e);
            default -> new HomeException("Cannot use " + file + ": " + e.getMessage() + ".", e);
        };
    }
}
