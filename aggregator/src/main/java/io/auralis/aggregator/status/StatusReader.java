package io.auralis.aggregator.status;

import io.auralis.aggregator.candidate.DerivationHistory;
import io.auralis.aggregator.sink.StateSink;
import io.auralis.aggregator.sink.StatisticsCount;
import io.auralis.aggregator.stream.Generation;
import io.auralis.aggregator.stream.ReportLag;
import io.auralis.aggregator.stream.StreamRunner;
import io.auralis.aggregator.topology.AdmissionMetrics;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Asks broker and database how things stand; either may be away, and the answer says so. */
@Singleton
final class StatusReader {
    private final StreamRunner stream;
    private final StateSink sink;
    private final AdmissionMetrics metrics;
    private final Generation generation;
    private final ReportLag lag;
    private final DataSource database;
    private final DerivationHistory derivations;

    StatusReader(
            StreamRunner stream,
            StateSink sink,
            AdmissionMetrics metrics,
            Generation generation,
            Admin admin,
            DataSource database,
            DerivationHistory derivations) {
        this.stream = stream;
        this.sink = sink;
        this.metrics = metrics;
        this.generation = generation;
        this.lag = new ReportLag(admin, generation);
        this.database = database;
        this.derivations = derivations;
    }

    Status read() {
        Map<String, Map<Integer, Long>> lags = lags();
        StatisticsCount count = count();
        long sinkLag = sink.lag();
        return new Status(
                stream.isRunning() && count != null,
                stream.state(),
                count != null,
                generation.number(),
                lags == null
                        ? null
                        : lags.values().stream()
                                .flatMap(partitions -> partitions.values().stream())
                                .mapToLong(Long::longValue)
                                .sum(),
                lags == null ? null : lags.get(generation.topics().reports()),
                sinkLag == StateSink.UNKNOWN_LAG ? null : sinkLag,
                count == null ? null : count.reports(),
                count == null ? null : count.cohorts(),
                metrics.processed(),
                metrics.dead(),
                lastDerivation());
    }

    private @Nullable Map<String, Map<Integer, Long>> lags() {
        try {
            return lag.perTopic();
        } catch (ExecutionException | TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private @Nullable StatisticsCount count() {
        try {
            return StatisticsCount.read(database);
        } catch (SQLException e) {
            return null;
        }
    }

    private Status.@Nullable LastDerivation lastDerivation() {
        try {
            return derivations.last().map(Status.LastDerivation::of).orElse(null);
        } catch (SQLException e) {
            return null;
        }
    }
}
