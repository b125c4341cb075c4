package io.auralis.ingest.issuance;

import io.auralis.ingest.keys.KeyRing;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Builds the parts of this package, and forgets each day's clients within a minute of its end. */
@Singleton
final class IssuanceWiring {
    private final ClientLimit limit;

    IssuanceWiring(IssuanceSettings settings, Clock clock) {
        limit = new ClientLimit(settings.dailyLimit(), clock, new SecureRandom());
    }

    @Scheduled(every = "60s")
    void forgetYesterday() {
        limit.forgetYesterday();
    }

    @Produces
    @Singleton
    Issuer issuer(KeyRing ring, MeterRegistry registry) {
        return new Issuer(ring, limit, new IssuanceMetrics(registry), new SecureRandom());
    }
}
