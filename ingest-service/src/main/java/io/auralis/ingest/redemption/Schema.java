package io.auralis.ingest.redemption;

import org.flywaydb.core.Flyway;

/**
 * The database's schema, brought up to date on first use and not at boot: the service starts while the database is away,
 * says so through its readiness, and goes on when it is back.
 */
final class Schema {
    private final Flyway flyway;
    private volatile boolean current;

    Schema(Flyway flyway) {
        this.flyway = flyway;
    }

    /** @throws org.flywaydb.core.api.FlywayException while the database is away */
    void bringUpToDate() {
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
