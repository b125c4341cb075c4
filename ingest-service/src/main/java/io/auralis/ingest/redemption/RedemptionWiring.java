package io.auralis.ingest.redemption;

import io.agroal.api.AgroalDataSource;
import io.auralis.ingest.keys.KeyRing;
import io.auralis.ingest.keys.TokenMode;
import io.auralis.ingest.keys.TokenSettings;
import io.auralis.tokens.TokenChallenge;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Builds the parts of this package for the mode. In mode {@code open} the database is not even looked up. */
@Singleton
final class RedemptionWiring {
    private static final Logger LOG = Logger.getLogger(RedemptionWiring.class);

    private final KeyRing ring;
    private final Redemption redemption;
    private final @Nullable SpentTokens spent;
    private final @Nullable Till till;

    RedemptionWiring(
            TokenSettings tokens,
            RedemptionSettings settings,
            KeyRing ring,
            Instance<AgroalDataSource> database,
            Instance<Flyway> flyway) {
        this.ring = ring;
        if (tokens.mode() == TokenMode.OPEN) {
            spent = null;
            till = null;
            redemption = Redemption.free();
            return;
        }
        spent = new SpentTokens(database.get());
        till = new Till(spent, new Schema(flyway.get()));
        redemption = new PaidRedemption(
                ring, tokens.hosts().stream().map(TokenChallenge::contribution).toList(), till, settings.patience());
    }

    void start(@Observes StartupEvent event) {
        if (till != null) {
            till.start();
        }
    }

    /** Deletes what was spent of keys that are refused for a day now, and the keys. */
    @Scheduled(every = "1h", delayed = "60s")
    void retireKeys() {
        if (spent == null) {
            return;
        }
        try {
            for (String keyId : ring.retired()) {
                spent.forget(keyId);
                ring.forget(keyId);
            }
        } catch (SQLException e) {
            // The next hour will do: nobody takes these tokens.
            LOG.warnf("spent tokens not deleted error=%s", e.getClass().getName());
        }
    }

    @Produces
    @Singleton
    Redemption redemption() {
        return redemption;
    }

    @PreDestroy
    void stop() {
        if (till != null) {
            till.close();
        }
    }
}
