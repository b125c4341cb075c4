package io.auralis.contracts.problem;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, which comes back, from a mistake of ours, which does not. */
public final class DatabaseOutage {
    private DatabaseOutage() {}

    /**
     * Whether a failure is, at any depth, a connection that is lost or cannot be had: SQLSTATE classes 08 (connection
     * exception) and 57P (operator intervention: shutdown, crash, cannot connect now) of PostgreSQL's Appendix A, or a
     * connection pool that had none to give, which has no SQLSTATE.
     */
    public static boolean isBehind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof SQLException database && isOutage(database.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }
}
