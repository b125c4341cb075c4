package io.auralis.ingest.keys;

import io.auralis.tokens.IssuerKey;
import io.auralis.tokens.TokenException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of keys (mode 0700): {@code <seconds since 1970>.pem} (mode 0600) each. A key appears whole, by a rename, and
 * is made under a lock on the folder, so that instances which find it empty at the same time end up with one.
 */
final class KeyFolder {
    private static final Pattern NAME = Pattern.compile("(\\d{1,12})\\.pem");
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** A file lock belongs to the whole JVM, so its threads need one of their own. */
    private static final Object JVM = new Object();

    private final Path folder;
    private final SecureRandom random;
    private final Map<Path, StoredKey> known = new ConcurrentHashMap<>();

    KeyFolder(Path folder, SecureRandom random) {
        this.folder = folder.toAbsolutePath().normalize();
        this.random = random;
    }

    /** @return newest first */
    List<StoredKey> read() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> present =
                    files.filter(file -> NAME.matcher(name(file)).matches()).toList();
            known.keySet().retainAll(present);
            return present.stream()
                    .map(file -> known.computeIfAbsent(file, KeyFolder::read))
                    .sorted(Comparator.comparing(StoredKey::created).reversed())
                    .toList();
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /**
     * Makes a key, unless another instance did meanwhile.
     *
     * @param due tells of the newest key, if there is any, whether it must be followed by another
     */
    void createIf(Predicate<Optional<StoredKey>> due, Instant now) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            synchronized (JVM) {
                try (FileChannel lock = FileChannel.open(
                                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var ignored = lock.lock()) {
                    List<StoredKey> present = read();
                    if (due.test(present.stream().findFirst())) {
                        write(fresh(present), now);
                    }
                }
            }
        } catch (IOException e) {
            throw refused(e);
        }
    }

    void delete(StoredKey key) {
        try {
            Files.deleteIfExists(file(key.created()));
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** RFC 9578, section 6.5: requests name a key by one byte, so no two keys of the folder share it. */
    private IssuerKey fresh(List<StoredKey> present) {
        while (true) {
            IssuerKey key = IssuerKey.generate(random);
            int truncated = key.publicKey().truncatedId();
            if (present.stream().noneMatch(other -> other.key().publicKey().truncatedId() == truncated)) {
                return key;
            }
        }
    }

    private void write(IssuerKey key, Instant now) throws IOException {
        Path fresh = Files.createTempFile(folder, "key", ".new", OWNER_ONLY);
        try {
            Files.writeString(fresh, key.pem());
            Files.move(fresh, file(now), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path file(Instant created) {
        return folder.resolve(created.getEpochSecond() + ".pem");
    }

    private static StoredKey read(Path file) {
        Matcher name = NAME.matcher(name(file));
        if (!name.matches()) {
            throw new IllegalArgumentException("not a key file");
        }
        try {
            return new StoredKey(
                    Instant.ofEpochSecond(Long.parseLong(name.group(1))), IssuerKey.decode(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("a key of auralis.ingest.tokens.key-folder cannot be read", e);
        } catch (TokenException e) {
            throw new IllegalStateException("a file of auralis.ingest.tokens.key-folder is no key", e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static UncheckedIOException refused(IOException e) {
        return new UncheckedIOException("auralis.ingest.tokens.key-folder cannot be read or written", e);
    }
}
