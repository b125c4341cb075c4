package io.auralis.agent.models;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigstore.json.JsonParseException;
import dev.sigstore.tuf.DuplicateKeyIdsException;
import dev.sigstore.tuf.FileExceedsMaxLengthException;
import dev.sigstore.tuf.FileNotFoundException;
import dev.sigstore.tuf.InvalidHashesException;
import dev.sigstore.tuf.MetaFetcher;
import dev.sigstore.tuf.RoleExpiredException;
import dev.sigstore.tuf.RollbackVersionException;
import dev.sigstore.tuf.RootProvider;
import dev.sigstore.tuf.SignatureVerificationException;
import dev.sigstore.tuf.SnapshotTargetMissingException;
import dev.sigstore.tuf.SnapshotTargetVersionException;
import dev.sigstore.tuf.SnapshotVersionMismatchException;
import dev.sigstore.tuf.TrustedMetaStore;
import dev.sigstore.tuf.Updater;
import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.ExchangeException;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * A repository seen through The Update Framework (specification 1.0.33, section 5, the client's workflow): whatever this
 * returns is signed by keys that the pinned root vouches for, fresh, and no older than what was seen before. Fails
 * closed: anything unexpected is a refusal.
 */
final class VerifiedRepository {
    /** For one file; a bundle of 20 kB takes a second on the slowest line. */
    private static final Duration ONE_FILE = Duration.ofSeconds(20);
    /** For all of them. */
    private static final Duration IN_ALL = Duration.ofSeconds(60);

    private final TrustFolder folder;
    private final Clock clock;
    private final MetadataFiles files;
    private final TrustedMetaStore trusted;
    private final BundleInMemory bundles = new BundleInMemory();
    private final Updater updater;

    VerifiedRepository(TrustFolder folder, ServerAddress address, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.files = new MetadataFiles(folder);
        this.trusted = TrustedMetaStore.newTrustedMetaStore(files);
        Exchange exchange = new Exchange(ONE_FILE);
        Deadline deadline = Deadline.in(IN_ALL);
        this.updater = Updater.builder()
                .setClock(clock)
                .setTrustedRootPath(RootProvider.fromFile(folder.pinned()))
                .setTrustedMetaStore(trusted)
                .setTargetStore(bundles)
                .setMetaFetcher(
                        MetaFetcher.newFetcher(new RepositoryFetcher(exchange, address.resolve("metadata/"), deadline)))
                .setTargetFetcher(new RepositoryFetcher(exchange, address.resolve("targets/"), deadline))
                .build();
    }

    /**
     * Brings the metadata up to date.
     *
     * @return the models it vouches for
     * @throws ModelRefusedException if any check fails
     * @throws RepositoryException if the repository does not answer as one
     * @throws ExchangeException if it cannot be reached
     */
    SignedModels refresh() throws ModelRefusedException {
        return verified(() -> {
            updater.updateMeta();
            requireFresh();
            return SignedModels.parse(Files.readAllBytes(folder.metadata("targets")));
        });
    }

    /** Downloads one model that {@link #refresh()} named and makes sure that it is what it says; throws as that. */
    byte[] download(SignedModels.Model model) throws ModelRefusedException {
        byte[] bytes = verified(() -> {
            updater.downloadTarget(model.name());
            return bundles.readTarget(model.name());
        });
        try {
            requireContract(bytes);
            ProfileBundle bundle = ProfileBundle.parse(bytes);
            if (!bundle.model().version().equals(model.version())) {
                throw new ModelRefusedException("The repository's base model " + model.version() + " says it is "
                        + bundle.model().version() + " inside.");
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new ModelRefusedException(
                    "The repository's base model " + model.version()
                            + " is none that this version of the program understands.",
                    e);
        }
    }

    /** A signature says who made a bundle, not that it is one. */
    private static void requireContract(byte[] bundle) {
        List<String> violations = ContractSchema.PROFILE_BUNDLE.violations(Json.read(bundle, JsonNode.class));
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(violations.get(0));
        }
    }

    /**
     * The client checks an expiry only when it stores something new, so the same timestamp served for ever would pass:
     * a freeze attack. Every role in force must be fresh at every update.
     */
    private void requireFresh() throws IOException, JsonParseException {
        if (!files.isCoherent()) {
            throw new SnapshotVersionMismatchException(0, 0);
        }
        ZonedDateTime now = ZonedDateTime.now(clock);
        for (ZonedDateTime expiry : new ZonedDateTime[] {
            trusted.getTimestamp().getSignedMeta().getExpiresAsDate(),
            trusted.getRoot().getSignedMeta().getExpiresAsDate(),
            expiryOfSnapshot(),
            trusted.getTargets().getSignedMeta().getExpiresAsDate()
        }) {
            if (expiry.isBefore(now)) {
                throw new RoleExpiredException(folder.path().toString(), now, expiry);
            }
        }
    }

    private ZonedDateTime expiryOfSnapshot() throws IOException, JsonParseException {
        return trusted.getSnapshot().getSignedMeta().getExpiresAsDate();
    }

    private interface Step<T> {
        T run() throws IOException, JsonParseException;
    }

    private static <T> T verified(Step<T> step) throws ModelRefusedException {
        try {
            return step.run();
        } catch (ExchangeException | RepositoryException | HomeException e) {
            throw e;
        } catch (FileNotFoundException e) {
            throw new RepositoryException("The repository lacks a file that an update needs; is its address right?", e);
        } catch (IOException e) {
            throw new HomeException("Cannot read the trusted metadata: " + Causes.sentence(e) + ".", e);
        } catch (JsonParseException | RuntimeException e) {
            throw new ModelRefusedException(reason(e), e);
        }
    }

    private static String reason(Exception e) {
        if (e instanceof RollbackVersionException || e instanceof SnapshotTargetVersionException) {
            return "The repository offers older metadata than this machine has seen, which is how a rollback attack"
                    + " looks.";
        }
        if (e instanceof RoleExpiredException) {
            return "The repository's metadata has expired: it is held back by somebody, or nobody maintains it.";
        }
        if (e instanceof SignatureVerificationException || e instanceof DuplicateKeyIdsException) {
            return "The repository's metadata is not signed by the keys that this machine trusts.";
        }
        if (e instanceof InvalidHashesException) {
            return "A file of the repository was altered: it does not have the hash that was signed.";
        }
        if (e instanceof FileExceedsMaxLengthException) {
            return "A file of the repository is longer than was signed, or than can be right.";
        }
        if (e instanceof SnapshotVersionMismatchException || e instanceof SnapshotTargetMissingException) {
            return "The repository mixes files of different releases.";
        }
        return "The repository's metadata is damaged.";
    }
}
