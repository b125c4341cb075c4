package io.auralis.publisher.release;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.publisher.catalog.ReleaseCatalog;
import io.auralis.publisher.catalog.ReleaseRow;
import io.auralis.publisher.catalog.ReleaseState;
import io.auralis.publisher.catalog.ReleasedCandidateRow;
import io.auralis.publisher.problem.RefusedException;
import io.auralis.publisher.repository.SignedRepository;
import io.auralis.publisher.review.OfferedCandidate;
import io.auralis.publisher.tuf.TufRepositoryException;
import io.auralis.publisher.tuf.TufTarget;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Releases and yanks. Each is first decided in one transaction (the row's state is then RELEASING or YANKING), then the
 * repository is made to show what the rows say, then the row is settled. Whatever the service is killed between, the next
 * start repeats the last two steps, both of which may be repeated; before the commit nothing has happened.
 */
@ApplicationScoped
public class ReleaseDesk {
    private final ReleaseCatalog catalog;
    private final ReleasePick pick;
    private final SignedRepository repository;
    private final Clock clock;

    ReleaseDesk(ReleaseCatalog catalog, ReleasePick pick, SignedRepository repository, Clock clock) {
        this.catalog = catalog;
        this.pick = pick;
        this.repository = repository;
        this.clock = clock;
    }

    /** Finishes what the last run left undone, offers the built-in models, and signs anew what expired meanwhile. */
    void start(@Observes StartupEvent started) {
        QuarkusTransaction.requiringNew().run(this::addBuiltIn);
        settle();
        // The service may have been away for longer than its timestamp holds.
        repository.refresh();
    }

    List<ReleaseRow> all() {
        return QuarkusTransaction.requiringNew().call(catalog::all);
    }

    /**
     * Composes and publishes the next model.
     *
     * @param ids candidates to take; null takes all that are approved
     * @throws RefusedException if a candidate cannot be released, or the repository cannot be written now
     */
    ReleaseRow release(String summary, @Nullable List<String> ids, String account) {
        String version = QuarkusTransaction.requiringNew().call(() -> decideRelease(summary, ids, account));
        settle();
        return find(version);
    }

    /** @throws RefusedException if there is no such release, or it comes with the program */
    ReleaseRow yank(String version, String reason, String account) {
        QuarkusTransaction.requiringNew().run(() -> decideYank(version, reason, account));
        settle();
        return find(version);
    }

    /** Makes the repository show what the rows say, and settles the rows. One at a time, so that no older state wins. */
    synchronized void settle() {
        List<ReleaseRow> rows = all();
        try {
            repository.publish(rows.stream()
                    .filter(row -> row.state.isOffered())
                    .map(ReleaseDesk::target)
                    .toList());
        } catch (IOException | TufRepositoryException e) {
            throw new RefusedException(
                    ProblemCode.INTERNAL,
                    "It is decided, but the repository cannot be written now; the next start or decision finishes it.",
                    e);
        }
        QuarkusTransaction.requiringNew()
                .run(() -> rows.forEach(
                        // Only as far as it was published: another decision may have followed since.
                        row -> ReleaseRow.update(
                                "state = ?1 where version = ?2 and state = ?3",
                                row.state.settled(),
                                row.version,
                                row.state)));
    }

    private ReleaseRow find(String version) {
        return QuarkusTransaction.requiringNew()
                .call(() -> catalog.find(version).orElseThrow());
    }

    private void addBuiltIn() {
        catalog.lockDecisions();
        for (SemanticVersion version : BuiltInModels.versions()) {
            if (catalog.find(version.toString()).isEmpty()) {
                ReleaseRow row = row(version, BuiltInModels.bytes(version));
                row.origin = "built-in";
                row.summary = "Comes with the program.";
                row.persist();
            }
        }
    }

    private String decideRelease(String summary, @Nullable List<String> ids, String account) {
        catalog.lockDecisions();
        ReleaseRow newest = catalog.newest();
        List<OfferedCandidate> picked = pick.pick(newest.semanticVersion(), ids);
        List<Candidate> candidates =
                picked.stream().map(OfferedCandidate::candidate).toList();
        SemanticVersion version = catalog.nextMinor();
        ReleaseRow row = row(version, compose(newest, version, candidates, summary));
        row.origin = "composed";
        row.summary = summary;
        row.releasedBy = account;
        row.persist();
        for (OfferedCandidate candidate : picked) {
            ReleasedCandidateRow released = new ReleasedCandidateRow();
            released.documentSha256 = candidate.documentSha256();
            released.candidateId = candidate.candidate().id();
            released.version = row.version;
            released.persist();
        }
        return row.version;
    }

    private static byte[] compose(
            ReleaseRow newest, SemanticVersion version, List<Candidate> candidates, String summary) {
        try {
            return ModelComposer.compose(ProfileBundle.parse(newest.bundle), version, candidates, summary)
                    .bytes();
        } catch (ConflictingCandidatesException e) {
            throw new RefusedException(ProblemCode.CONFLICT, String.valueOf(e.getMessage()), e);
        }
    }

    private void decideYank(String version, String reason, String account) {
        catalog.lockDecisions();
        ReleaseRow row = catalog.find(version)
                .orElseThrow(() -> new RefusedException(ProblemCode.NOT_FOUND, "There is no release of this version."));
        if (row.origin.equals("built-in")) {
            throw new RefusedException(
                    ProblemCode.CONFLICT, "Release " + version + " comes with the program and cannot be taken back.");
        }
        if (!row.state.isOffered()) {
            return;
        }
        row.state = ReleaseState.YANKING;
        row.yankedBy = account;
        row.yankedAt = now();
        row.yankReason = reason;
    }

    private ReleaseRow row(SemanticVersion version, byte[] bundle) {
        ReleaseRow row = new ReleaseRow();
        row.version = version.toString();
        row.state = ReleaseState.RELEASING;
        row.bundle = bundle;
        row.sha256 = Sha256.hex(bundle);
        row.releasedAt = now();
        return row;
    }

    private static TufTarget target(ReleaseRow row) {
        return new TufTarget(
                new ModelTarget(row.semanticVersion(), ModelTarget.Channel.STABLE), TufTarget.Content.of(row.bundle));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
