package io.auralis.aggregator.candidate;

import io.auralis.aggregator.replay.TopicReplay;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.contracts.problem.ProblemCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** Verifies candidates by replaying the topic, one at a time, since a replay holds a partition's reports. */
@Singleton
final class Verifications {
    private final DataSource database;
    private final TopicReplay replay;
    private final DerivationSettings settings;
    private final Semaphore turn = new Semaphore(1);

    Verifications(DataSource database, TopicReplay replay, DerivationSettings settings) {
        this.database = database;
        this.replay = replay;
        this.settings = settings;
    }

    /** What a candidate was derived from; empty where there is none of that id. */
    Optional<Provenance> provenance(String candidate) throws SQLException {
        Optional<CandidateEntity> entity = QuarkusTransaction.requiringNew()
                .call(() -> Optional.ofNullable(CandidateEntity.<CandidateEntity>findById(candidate)));
        if (entity.isEmpty()) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection()) {
            return Optional.of(new ProvenanceTable(connection).read(entity.get().derivationId));
        }
    }

    /**
     * Replays the topic up to where a candidate was derived from it.
     *
     * @return empty where there is no candidate of that id
     * @throws RefusedException while another one is verified, or if the candidate is older than its provenance
     */
    Optional<Verification> verify(String candidate) throws SQLException {
        Optional<Provenance> derivedFrom = provenance(candidate);
        if (derivedFrom.isEmpty()) {
            return Optional.empty();
        }
        if (derivedFrom.get().positions().isEmpty()) {
            throw new RefusedException(ProblemCode.CONFLICT);
        }
        if (!turn.tryAcquire()) {
            throw new RefusedException(ProblemCode.CONFLICT);
        }
        try {
            return Optional.of(Verification.of(candidate, derivedFrom.get(), replayed(derivedFrom.get())));
        } finally {
            turn.release();
        }
    }

    private Provenance replayed(Provenance derivedFrom) {
        Map<String, CohortState> cohorts = replay.count(derivedFrom.positions());
        return Provenance.of(
                derivedFrom.positions(),
                CohortStatistics.pool(cohorts, settings.months()).values().stream()
                        .flatMap(List::stream)
                        .toList());
    }
}
