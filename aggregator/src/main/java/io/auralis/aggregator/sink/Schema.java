package io.auralis.aggregator.sink;

import jakarta.inject.Singleton;
import org.flywaydb.core.Flyway;

/**
 * The database's schema, brought up to date on first use and not at boot: the service starts while the database is away,
 * says so through its readiness, and goes on when it is back.
 */
@Singleton
public final class Schema {
    private final Flyway flyway;
    private volatile boolean current;

    public Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    /** @throws org.flywaydb.core.api.FlywayException while the database is away */
    public void bringUpToDate() {
        if (!current) {
            migrate();
        }
    }

    private synchronized void migrate() {
        if (!current) {
            flyway.migrate();
            current = true;
        }
    }
}
