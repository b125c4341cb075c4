package io.auralis.aggregator.status;

import io.auralis.aggregator.sink.StatisticsCount;
import io.auralis.aggregator.stream.StreamRunner;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when reports can flow from the broker into the database: the stream runs and the database has its schema. */
@Readiness
@Singleton
final class CountingReadiness implements HealthCheck {
    private final StreamRunner stream;
    private final DataSource database;

    CountingReadiness(StreamRunner stream, DataSource database) {
        this.stream = stream;
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        boolean reachable = reachable();
        return HealthCheckResponse.named("counting")
                .status(stream.isRunning() && reachable)
                .withData("streams", stream.state())
                .withData("database", reachable)
                .build();
    }

    private boolean reachable() {
        try {
            StatisticsCount.read(database);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
