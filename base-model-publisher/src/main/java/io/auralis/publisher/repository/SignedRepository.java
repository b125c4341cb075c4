package io.auralis.publisher.repository;

import io.auralis.publisher.tuf.TufRepositoryException;
import io.auralis.publisher.tuf.TufRepositoryWriter;
import io.auralis.publisher.tuf.TufRole;
import io.auralis.publisher.tuf.TufTarget;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** The one writer of the repository, open as long as the service runs. */
@Startup
@ApplicationScoped
public class SignedRepository {
    private static final Logger LOG = Logger.getLogger(SignedRepository.class);

    private final TufRepositoryWriter writer;
    private final Clock clock;

    /** @throws IOException if the directory cannot be written: then the service does not start */
    SignedRepository(RepositoryConfiguration configuration, Clock clock, MeterRegistry meters) throws IOException {
        this.writer = TufRepositoryWriter.open(
                configuration.directory(), configuration.lifetimes().policy(), clock);
        this.clock = clock;
        meters.gauge("auralis.publisher.timestamp.seconds.left", this, SignedRepository::secondsLeft);
    }

    /** Makes these the targets. */
    public void publish(List<TufTarget> targets) throws IOException {
        writer.publish(targets);
    }

    /** Signs the timestamp anew, and what else is due. */
    @Scheduled(every = "${auralis.publisher.refresh-every:1h}")
    public void refresh() {
        try {
            writer.refresh();
        } catch (IOException | TufRepositoryException e) {
            // The next round tries again; until the timestamp expires agents do not notice, and readiness then says so.
            LOG.error("repository not refreshed", e);
        }
    }

    /** When the metadata in force expires, per role. */
    Map<TufRole, Instant> expiries() throws IOException {
        return writer.expiries();
    }

    @PreDestroy
    void close() throws IOException {
        writer.close();
    }

    private double secondsLeft() {
        try {
            Instant expiry = expiries().get(TufRole.TIMESTAMP);
            return expiry == null
                    ? 0
                    : Duration.between(clock.instant(), expiry).toSeconds();
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
