package io.auralis.publisher.repository;

import io.auralis.publisher.tuf.TufRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready means that an agent that asks now gets metadata that it accepts. */
@Readiness
@ApplicationScoped
class RepositoryHealth implements HealthCheck {
    private final SignedRepository repository;
    private final Clock clock;

    RepositoryHealth(SignedRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("repository");
        try {
            Map<TufRole, Instant> expiries = repository.expiries();
            expiries.forEach((role, expiry) ->
                    answer.withData(role.name().toLowerCase(Locale.ROOT) + "Expires", expiry.toString()));
            boolean whole = expiries.size() == TufRole.values().length;
            boolean fresh = expiries.values().stream().allMatch(expiry -> expiry.isAfter(clock.instant()));
            return answer.status(whole && fresh).build();
        } catch (IOException e) {
            return answer.down().withData("error", "unreadable").build();
        }
    }
}
