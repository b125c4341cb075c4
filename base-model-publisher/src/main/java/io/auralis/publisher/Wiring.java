package io.auralis.publisher;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What the features share. */
final class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
