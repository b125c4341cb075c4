package io.auralis.publisher.review;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.publisher.catalog.ReleaseCatalog;
import io.auralis.publisher.problem.RefusedException;
import io.auralis.publisher.review.ReviewedCandidate.Surroundings;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The candidates with what was decided on them. */
@ApplicationScoped
public class CandidateBoard {
    private static final Logger LOG = Logger.getLogger(CandidateBoard.class);

    /** PostgreSQL's undefined table, undefined schema and missing privilege: the aggregator has not opened its view yet. */
    private static final Set<String> NO_VIEW = Set.of("42P01", "3F000", "42501");

    private final ReleaseCatalog catalog;
    private final ReviewConfiguration configuration;
    private final Clock clock;

    CandidateBoard(ReleaseCatalog catalog, ReviewConfiguration configuration, Clock clock) {
        this.catalog = catalog;
        this.configuration = configuration;
        this.clock = clock;
    }

    /** All that are offered, newest first, then those that were decided on and are offered no more. */
    @Transactional
    public List<ReviewedCandidate> all() {
        Surroundings around = surroundings();
        List<ReviewedCandidate> candidates = new ArrayList<>();
        for (CandidateRow row : offered()) {
            try {
                candidates.add(ReviewedCandidate.offered(OfferedCandidate.of(row), around));
            } catch (IllegalArgumentException e) {
                // One broken document must not hide the others.
                LOG.errorf(e, "candidate not readable: id=%s", row.id);
            }
        }
        Set<String> shown = candidates.stream().map(ReviewedCandidate::id).collect(Collectors.toSet());
        Map<String, List<Review>> gone = around.reviews().stream()
                .filter(review -> !shown.contains(review.candidateId()))
                .collect(Collectors.groupingBy(Review::candidateId, LinkedHashMap::new, Collectors.toList()));
        gone.values().forEach(reviews -> candidates.add(ReviewedCandidate.withdrawn(reviews, around)));
        return candidates;
    }

    /** @throws RefusedException if there is none of that id */
    @Transactional
    public ReviewedCandidate one(String id) {
        return all().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        ProblemCode.NOT_FOUND,
                        "There is no candidate of this id; the aggregator may have replaced it."));
    }

    /**
     * Notes a decision. To repeat one's own is allowed and changes nothing.
     *
     * @param seenSha256 of the document that the maintainer looked at; null takes the one offered now
     * @throws RefusedException if the candidate is not open to it
     */
    @Transactional
    public ReviewedCandidate decide(
            String id, Decision decision, String reason, @Nullable String seenSha256, String account) {
        catalog.lockDecisions();
        ReviewedCandidate candidate = one(id);
        if (candidate.decidedBy(account, decision) && candidate.offered() != null) {
            return candidate;
        }
        OfferedCandidate offered = requireOpen(candidate);
        if (seenSha256 != null && !seenSha256.equals(offered.documentSha256())) {
            throw new RefusedException(
                    ProblemCode.CONFLICT, "Candidate " + id + " has changed since you looked at it; look at it again.");
        }
        ReviewRow row = new ReviewRow();
        row.candidateId = id;
        row.documentSha256 = offered.documentSha256();
        row.baseModel = candidate.baseModel().toString();
        row.decision = decision;
        row.reason = reason;
        row.account = account;
        row.decidedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        row.persist();
        return one(id);
    }

    /** How many distinct accounts must approve. */
    public int approvalsNeeded() {
        return configuration.approvals();
    }

    private static OfferedCandidate requireOpen(ReviewedCandidate candidate) {
        OfferedCandidate offered = candidate.offered();
        String why = switch (candidate.state()) {
            case PROPOSED, APPROVED -> "";
            case REJECTED -> "was rejected already";
            case RELEASED -> "is part of release " + candidate.releasedIn();
            case OUTDATED -> "changes model " + candidate.baseModel() + ", which is not the newest release";
            case WITHDRAWN -> "is offered by the aggregator no more";
        };
        if (offered == null || !why.isEmpty()) {
            throw new RefusedException(ProblemCode.CONFLICT, "Candidate " + candidate.id() + " " + why + ".");
        }
        return offered;
    }

    private Surroundings surroundings() {
        List<Review> reviews = ReviewRow.<ReviewRow>listAll(Sort.by("id")).stream()
                .map(ReviewRow::review)
                .toList();
        return new Surroundings(
                reviews, catalog.releasedCandidates(), catalog.newest().semanticVersion(), configuration.approvals());
    }

    private static List<CandidateRow> offered() {
        try {
            return CandidateRow.listAll(Sort.descending("derivedAt").and("id"));
        } catch (PersistenceException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException failure && NO_VIEW.contains(failure.getSQLState())) {
                    throw new RefusedException(
                            ProblemCode.CANDIDATES_UNAVAILABLE, "The aggregator offers no candidates here yet.", e);
                }
            }
            throw e;
        }
    }
}
