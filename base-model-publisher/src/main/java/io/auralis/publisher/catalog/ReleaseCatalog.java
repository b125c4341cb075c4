package io.auralis.publisher.catalog;

import io.auralis.contracts.basemodel.SemanticVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is known of the releases; the caller opens the transaction. */
@ApplicationScoped
public class ReleaseCatalog {
    /** Any number, as long as nothing else in this database takes an advisory lock by it. */
    private static final long DECISION_LOCK = 0x6175_7261_6c69_7301L;

    private final EntityManager entityManager;

    ReleaseCatalog(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Makes decisions follow one another until the transaction ends: a candidate is not rejected while a release that
     * contains it is being decided, and no version is given twice.
     */
    public void lockDecisions() {
        entityManager
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
                .setParameter("key", DECISION_LOCK)
                .getSingleResult();
    }

    /** All releases ever, oldest version first. */
    public List<ReleaseRow> all() {
        return ReleaseRow.<ReleaseRow>listAll().stream()
                .sorted(Comparator.comparing(ReleaseRow::semanticVersion))
                .toList();
    }

    /** The highest version that is offered: what the next release changes. Built-in models are never yanked, so there is one. */
    public ReleaseRow newest() {
        List<ReleaseRow> offered =
                all().stream().filter(row -> row.state.isOffered()).toList();
        return offered.get(offered.size() - 1);
    }

    /** Above all versions ever given, yanked ones too. */
    public SemanticVersion nextMinor() {
        List<ReleaseRow> all = all();
        return all.get(all.size() - 1).semanticVersion().nextMinor();
    }

    /** Per released candidate's document (its SHA-256) the release's version. */
    public Map<String, String> releasedCandidates() {
        return ReleasedCandidateRow.<ReleasedCandidateRow>listAll().stream()
                .collect(Collectors.toMap(row -> row.documentSha256, row -> row.version));
    }

    public Optional<ReleaseRow> find(String version) {
        return ReleaseRow.findByIdOptional(version);
    }
}
