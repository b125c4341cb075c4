package io.auralis.ingest.keys;

import io.auralis.tokens.TokenChallenge;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Builds the ring, has its keys before the first request, and turns it. In mode {@code open} no key is ever made. */
@Singleton
final class KeyWiring {
    private final TokenSettings settings;
    private final KeyRing ring;

    KeyWiring(TokenSettings settings, Clock clock) {
        this.settings = settings;
        this.ring = new KeyRing(
                new KeyFolder(settings.keyFolder(), new SecureRandom()),
                settings.keyInterval(),
                settings.keyGrace(),
                clock);
        // Told at the start, not with the first report.
        settings.hosts().forEach(TokenChallenge::contribution);
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        turn();
    }

    @Scheduled(every = "60s", delayed = "60s")
    void turn() {
        if (settings.mode() == TokenMode.TOKENS) {
            ring.refresh();
        }
    }

    @Produces
    @Singleton
    KeyRing ring() {
        return ring;
    }
}
