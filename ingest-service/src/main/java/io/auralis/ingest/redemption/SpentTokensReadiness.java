package io.auralis.ingest.redemption;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready means: a token shown now would be taken. */
@Readiness
@Singleton
final class SpentTokensReadiness implements HealthCheck {
    private final Redemption redemption;

    SpentTokensReadiness(Redemption redemption) {
        this.redemption = redemption;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("spent-tokens")
                .status(redemption.ready())
                .build();
    }
}
