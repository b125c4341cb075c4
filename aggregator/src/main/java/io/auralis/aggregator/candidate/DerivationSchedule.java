package io.auralis.aggregator.candidate;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Derives when the last derivation is older than the interval. The database's record of it is what counts and not this
 * process's uptime: a restart neither derives early, which would spend privacy, nor starts the waiting anew. The very
 * first start derives at once, from nothing: it starts the clock.
 */
@Singleton
final class DerivationSchedule {
    private static final Logger LOG = Logger.getLogger(DerivationSchedule.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final Derivations derivations;
    private final DerivationHistory history;
    private final Duration interval;
    private final Clock clock = Clock.systemUTC();
    private Instant askAgain = Instant.EPOCH;

    DerivationSchedule(Derivations derivations, DerivationHistory history, DerivationSettings settings) {
        this.derivations = derivations;
        this.history = history;
        this.interval = settings.deriveEvery();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deriveWhenDue() {
        Instant now = clock.instant();
        if (now.isBefore(askAgain)) {
            return;
        }
        try {
            Instant due = history.last().map(run -> run.at().plus(interval)).orElse(now);
            if (now.isBefore(due)) {
                askAgain = due;
            } else {
                derivations
                        .deriveUnlessWithin(interval)
                        .ifPresent(report -> LOG.infof(
                                "Candidates derived: proposed=%d refused=%d",
                                report.candidates().size(), report.refusals()));
            }
        } catch (SQLException e) {
            // The database is away or has no schema yet, which readiness tells.
            return;
        } catch (RefusedException e) {
            LOG.warnf("Candidates are due but not derived: %s", e.getMessage());
            askAgain = now.plus(AFTER_FAILURE);
        } catch (RuntimeException e) {
            LOG.error("Candidates could not be derived", e);
            askAgain = now.plus(AFTER_FAILURE);
        }
    }
}
