package io.auralis.publisher.tuf;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A TUF repository (specification 1.0, consistent snapshots, Ed25519) under one directory: {@code keys/} for its owner,
 * {@code repository/metadata/} and {@code repository/targets/} for everyone.
 *
 * <p>A change writes its files from the targets up to the timestamp. All but the timestamp have names that never get
 * other contents, so a reader who follows the timestamp sees the state before or the state after, never a mix, and a
 * change that is killed on its way has not happened. One writer holds a directory at a time. Safe for use by threads.
 */
public final class TufRepositoryWriter implements AutoCloseable {
    private final Path metadataFolder;
    private final Path targetsFolder;
    private final PublishedMetadata published;
    private final TufPolicy policy;
    private final Map<TufRole, List<SigningKey>> keys;
    private final Clock clock;
    private final FileChannel lock;

    private TufRepositoryWriter(Path directory, TufPolicy policy, Clock clock, FileChannel lock) throws IOException {
        this.metadataFolder = directory.resolve("repository").resolve("metadata");
        this.targetsFolder = directory.resolve("repository").resolve("targets");
        this.published = new PublishedMetadata(metadataFolder);
        this.policy = policy;
        this.clock = clock;
        this.lock = lock;
        this.keys = new EnumMap<>(TufRole.class);
        Files.createDirectories(metadataFolder);
        Files.createDirectories(targetsFolder);
        KeyFolder folder = KeyFolder.in(directory);
        Optional<JsonNode> root = published.current(TufRole.ROOT);
        for (TufRole role : TufRole.values()) {
            keys.put(
                    role,
                    root.isPresent()
                            ? folder.load(role)
                            : folder.complete(role, policy.policy(role).keys()));
        }
        if (root.isPresent()) {
            requireKeysOf(root.get());
        } else {
            writeFirstRoot();
        }
    }

    /**
     * Opens a repository, and makes its keys and its root where there is none. It has no timestamp before the first
     * {@link #publish(List)}.
     *
     * @throws TufRepositoryException if another writer holds the directory, or its keys are not those of its root, are
     *     open to others or damaged
     * @throws IOException if the directory cannot be written
     */
    public static TufRepositoryWriter open(Path directory, TufPolicy policy, Clock clock) throws IOException {
        Files.createDirectories(directory);
        FileChannel lock =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (!acquired(lock)) {
                throw new TufRepositoryException("Another process writes to this repository.");
            }
            return new TufRepositoryWriter(directory, policy, clock, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static boolean acquired(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * Makes these the targets, all others are dropped. Does nothing if they are the targets already.
     *
     * @throws TufRepositoryException if fewer keys of a role are here than its threshold
     */
    public synchronized void publish(List<TufTarget> targets) throws IOException {
        Map<String, Object> entries = new TreeMap<>();
        for (TufTarget target : targets) {
            if (entries.put(target.model().name(), TufMetadata.target(target)) != null) {
                throw new IllegalArgumentException(
                        "two targets are called " + target.model().name());
            }
        }
        Optional<JsonNode> current = published.current(TufRole.TARGETS);
        if (current.isPresent()
                && Json.canonicalText(current.get().get("targets")).equals(Json.canonicalText(entries))) {
            return;
        }
        for (TufTarget target : targets) {
            Path file = targetsFolder.resolve(target.fileName());
            if (!Files.exists(file)) {
                DurableFiles.write(file, target.content().bytes());
            }
        }
        signFromTargets(entries);
    }

    /**
     * Signs the timestamp anew, and with it whatever has spent half of its life and has its keys here; call it well
     * within the timestamp's lifetime. Does nothing before the first {@link #publish(List)}.
     */
    public synchronized void refresh() throws IOException {
        Optional<JsonNode> targets = published.current(TufRole.TARGETS);
        Optional<JsonNode> snapshot = published.current(TufRole.SNAPSHOT);
        if (targets.isEmpty() || snapshot.isEmpty()) {
            return;
        }
        JsonNode root = published.current(TufRole.ROOT).orElseThrow();
        if (isDue(TufRole.ROOT, root)) {
            renewRoot(root);
        }
        if (isDue(TufRole.TARGETS, targets.get())) {
            signFromTargets(entries(targets.get().get("targets")));
        } else if (isDue(TufRole.SNAPSHOT, snapshot.get())) {
            int version = targets.get().get("version").intValue();
            signFromSnapshot(version, Files.readAllBytes(metadataFolder.resolve(TufRole.TARGETS.fileName(version))));
        } else {
            int version = snapshot.get().get("version").intValue();
            signTimestamp(version, Files.readAllBytes(metadataFolder.resolve(TufRole.SNAPSHOT.fileName(version))));
        }
    }

    /** When the metadata in force expires; roles without a file yet are absent. */
    public synchronized Map<TufRole, Instant> expiries() throws IOException {
        Map<TufRole, Instant> expiries = new EnumMap<>(TufRole.class);
        for (TufRole role : TufRole.values()) {
            published.current(role).ifPresent(metadata -> expiries.put(role, PublishedMetadata.expires(metadata)));
        }
        return expiries;
    }

    /** The first root: what a client is given to trust, by a way other than this repository. */
    public Path trustRoot() {
        return metadataFolder.resolve(TufRole.ROOT.fileName(1));
    }

    /** Lets another writer open the directory. */
    @Override
    public synchronized void close() throws IOException {
        lock.close();
    }

    private void signFromTargets(Map<String, Object> entries) throws IOException {
        int version = published.next(TufRole.TARGETS);
        byte[] file = write(TufRole.TARGETS, version, TufMetadata.targets(version, expiry(TufRole.TARGETS), entries));
        signFromSnapshot(version, file);
    }

    private void signFromSnapshot(int targetsVersion, byte[] targetsFile) throws IOException {
        int version = published.next(TufRole.SNAPSHOT);
        byte[] file = write(
                TufRole.SNAPSHOT,
                version,
                TufMetadata.pointer(
                        TufRole.SNAPSHOT,
                        version,
                        expiry(TufRole.SNAPSHOT),
                        TufRole.TARGETS,
                        targetsVersion,
                        targetsFile));
        signTimestamp(version, file);
    }

    private void signTimestamp(int snapshotVersion, byte[] snapshotFile) throws IOException {
        int version = published.next(TufRole.TIMESTAMP);
        write(
                TufRole.TIMESTAMP,
                version,
                TufMetadata.pointer(
                        TufRole.TIMESTAMP,
                        version,
                        expiry(TufRole.TIMESTAMP),
                        TufRole.SNAPSHOT,
                        snapshotVersion,
                        snapshotFile));
    }

    private void writeFirstRoot() throws IOException {
        Map<String, Object> keyObjects = new TreeMap<>();
        Map<String, Object> roles = new TreeMap<>();
        keys.forEach((role, held) -> {
            held.forEach(key -> keyObjects.put(key.id(), key.metadata()));
            roles.put(
                    role.key(),
                    Map.of(
                            "keyids", held.stream().map(SigningKey::id).sorted().toList(),
                            "threshold", policy.policy(role).threshold()));
        });
        write(TufRole.ROOT, 1, TufMetadata.root(1, expiry(TufRole.ROOT), keyObjects, roles));
    }

    private void renewRoot(JsonNode root) throws IOException {
        int version = published.next(TufRole.ROOT);
        write(
                TufRole.ROOT,
                version,
                TufMetadata.root(version, expiry(TufRole.ROOT), entries(root.get("keys")), entries(root.get("roles"))));
    }

    private byte[] write(TufRole role, int version, Map<String, Object> metadata) throws IOException {
        List<SigningKey> signers = keys(role);
        if (signers.size() < policy.policy(role).threshold()) {
            throw new TufRepositoryException("The " + role.key() + " role needs "
                    + policy.policy(role).threshold() + " keys to sign, but " + signers.size() + " are here.");
        }
        byte[] file = TufMetadata.signed(metadata, signers);
        DurableFiles.write(metadataFolder.resolve(role.fileName(version)), file);
        return file;
    }

    private boolean isDue(TufRole role, JsonNode metadata) {
        Duration half = policy.policy(role).lifetime().dividedBy(2);
        boolean old =
                PublishedMetadata.expires(metadata).isBefore(clock.instant().plus(half));
        return old && keys(role).size() >= policy.policy(role).threshold();
    }

    /** The keys of a role that are here. */
    private List<SigningKey> keys(TufRole role) {
        return keys.getOrDefault(role, List.of());
    }

    private Instant expiry(TufRole role) {
        return clock.instant().plus(policy.policy(role).lifetime());
    }

    /** Signing with a key that the root does not name would publish metadata that every client refuses. */
    private void requireKeysOf(JsonNode root) {
        keys.forEach((role, held) -> {
            String named = root.get("roles").get(role.key()).get("keyids").toString();
            if (held.stream().anyMatch(key -> !named.contains(key.id()))) {
                throw new TufRepositoryException(
                        "The " + role.key() + " keys here are not those that the repository's root names.");
            }
        });
    }

    private static Map<String, Object> entries(JsonNode object) {
        return Json.mapper().convertValue(object, new TypeReference<TreeMap<String, Object>>() {});
    }
}
