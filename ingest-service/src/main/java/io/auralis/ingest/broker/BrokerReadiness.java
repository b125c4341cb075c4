package io.auralis.ingest.broker;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: a report sent now would be stored. */
@Readiness
@Singleton
final class BrokerReadiness implements HealthCheck {
    private final BrokerProbe probe;

    BrokerReadiness(BrokerProbe probe) {
        this.probe = probe;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker").status(probe.ready()).build();
    }
}
