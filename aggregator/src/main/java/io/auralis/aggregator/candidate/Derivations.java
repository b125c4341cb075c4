package io.auralis.aggregator.candidate;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.auralis.aggregator.derivation.CandidateDerivation;
import io.auralis.aggregator.derivation.NoisyFigures;
import io.auralis.aggregator.derivation.Outcome;
import io.auralis.aggregator.derivation.PrivacyCosts;
import io.auralis.aggregator.derivation.PrivacyTerms;
import io.auralis.aggregator.derivation.Sample;
import io.auralis.aggregator.privacy.DiscreteGaussian;
import io.auralis.aggregator.privacy.Rational;
import io.auralis.aggregator.sink.ExactStatistics;
import io.auralis.aggregator.sink.Schema;
import io.auralis.aggregator.statistics.PartitionPosition;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.ProblemCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;

/** Runs derivations, one at a time over all instances, each in one transaction: figures, payments and candidates together. */
@Singleton
final class Derivations {
    /** Key of the database's lock, ours alone in the database that the services share. */
    private static final long LOCK = 0x617572616c6973L;

    /** A derivation takes seconds; waiting for another one counts as well. */
    private static final int WITHIN_SECONDS = 300;

    private final EntityManager database;
    private final Schema schema;
    private final DerivationSettings settings;
    private final PrivacyTerms terms;
    private final NoisyFigures figures;
    private final Clock clock = Clock.systemUTC();

    Derivations(EntityManager database, Schema schema, DerivationSettings settings) {
        this.database = database;
        this.schema = schema;
        this.settings = settings;
        DerivationSettings.PrivacySettings privacy = settings.privacy();
        PrivacyCosts costs = PrivacyCosts.of(Rational.of(privacy.rhoPerRelease()));
        this.terms = new PrivacyTerms(costs, Rational.of(privacy.rhoPerQuarter()), privacy.delta());
        this.figures = new NoisyFigures(DiscreteGaussian.secure(), costs);
    }

    /**
     * Derives from the statistics as they are now.
     *
     * @param incomplete even if they lack reports that the last derivation had
     * @throws RefusedException if they do, and may not
     */
    DerivationReport derive(boolean incomplete) {
        return transact(() -> deriveLocked(incomplete));
    }

    /**
     * Derives, unless another derivation started later than a while ago.
     *
     * @return empty where one did
     * @throws RefusedException if the statistics lack reports that the last derivation had
     */
    Optional<DerivationReport> deriveUnlessWithin(Duration interval) {
        return transact(() -> {
            Instant notAfter = clock.instant().minus(interval);
            return DerivationEntity.count("startedAt > ?1", notAfter) > 0
                    ? Optional.<DerivationReport>empty()
                    : Optional.of(deriveLocked(false));
        });
    }

    List<OpenCandidate> open() {
        schema.bringUpToDate();
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        CandidateEntity.open().stream().map(OpenCandidate::of).toList());
    }

    private <T> T transact(Callable<T> work) {
        schema.bringUpToDate();
        return QuarkusTransaction.requiringNew().timeout(WITHIN_SECONDS).call(() -> {
            database.createNativeQuery("select 1 from pg_advisory_xact_lock(?1)", Integer.class)
                    .setParameter(1, LOCK)
                    .getSingleResult();
            return work.call();
        });
    }

    private DerivationReport deriveLocked(boolean incomplete) {
        Session session = database.unwrap(Session.class);
        ExactStatistics statistics = session.doReturningWork(ExactStatistics::read);
        if (!incomplete && session.doReturningWork(connection -> lacks(connection, statistics))) {
            throw new RefusedException(ProblemCode.STATISTICS_INCOMPLETE);
        }
        // What the database keeps of a moment.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PrivacyLedger ledger = new PrivacyLedger(terms.perQuarter(), now);
        StoredReleases releases = new StoredReleases(figures, terms.costs(), ledger, now);
        CandidateDerivation derivation = new CandidateDerivation(releases, terms, settings.minimumContributors());
        List<Outcome> outcomes = new ArrayList<>();
        Map<SemanticVersion, List<Sample>> samples = CohortStatistics.pool(statistics.cohorts(), settings.months());
        samples.forEach((model, ofModel) -> outcomes.addAll(derivation.derive(model, ofModel)));
        DerivationReport report = DerivationReport.of(now.toString(), outcomes);
        UUID id = UUID.randomUUID();
        new DerivationEntity(id, now, report.candidates().size(), report.refusals(), json(report)).persist();
        new CandidateTable(id, now).update(outcomes);
        database.flush();
        Provenance provenance = Provenance.of(
                statistics.positions(),
                samples.values().stream().flatMap(List::stream).toList());
        session.doWork(connection -> new ProvenanceTable(connection).insert(id, provenance));
        return report;
    }

    /** Statistics that fill again, or are counted anew, pass through all that they were before. */
    private static boolean lacks(Connection connection, ExactStatistics statistics) throws SQLException {
        return new ProvenanceTable(connection)
                .newestPositions().entrySet().stream().anyMatch(before -> {
                    PartitionPosition now = statistics.positions().get(before.getKey());
                    return now == null || now.next() < before.getValue();
                });
    }

    private static String json(DerivationReport report) {
        try {
            return Json.mapper().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report did not serialise", e);
        }
    }
}
