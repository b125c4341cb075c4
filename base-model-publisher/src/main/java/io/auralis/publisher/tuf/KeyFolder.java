package io.auralis.publisher.tuf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The private keys as files {@code ROLE-N.pem} in a folder that only its owner may enter. A role's keys may be absent,
 * since a careful operator keeps the root keys elsewhere; then that role is not signed here.
 */
final class KeyFolder {
    private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    private KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** Opens {@code keys} in a directory that exists, and makes it where it is absent. */
    static KeyFolder in(Path directory) throws IOException {
        Path folder = directory.resolve("keys");
        if (!Files.isDirectory(folder)) {
            if (isPosix(directory)) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY_FOLDER));
            } else {
                Files.createDirectory(folder);
            }
        }
        requireOwnerOnly(folder);
        return new KeyFolder(folder);
    }

    /** The keys of a role after making those that are missing: a first start may have been killed half-way. */
    List<SigningKey> complete(TufRole role, int count) throws IOException {
        List<SigningKey> keys = new ArrayList<>(load(role));
        while (keys.size() < count) {
            SigningKey key = SigningKey.generate();
            DurableFiles.write(
                    file(role, keys.size() + 1), key.pem().getBytes(StandardCharsets.US_ASCII), OWNER_ONLY_FILE);
            keys.add(key);
        }
        return keys;
    }

    /** The keys of a role that are here, maybe none. */
    List<SigningKey> load(TufRole role) throws IOException {
        List<SigningKey> keys = new ArrayList<>();
        for (int number = 1; Files.exists(file(role, number)); number++) {
            Path file = file(role, number);
            requireOwnerOnly(file);
            try {
                keys.add(SigningKey.parsePem(Files.readString(file, StandardCharsets.US_ASCII)));
            } catch (IllegalArgumentException e) {
                throw new TufRepositoryException("The key file " + file.getFileName() + " cannot be read.", e);
            }
        }
        return keys;
    }

    private Path file(TufRole role, int number) {
        return folder.resolve(role.key() + "-" + number + ".pem");
    }

    /** A key that others can read is no secret; refusing it is what ssh does. */
    private static void requireOwnerOnly(Path path) throws IOException {
        if (!isPosix(path)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        if (!OWNER_ONLY_FOLDER.containsAll(permissions)) {
            throw new TufRepositoryException("The keys are open to others: " + path.getFileName() + " has mode "
                    + PosixFilePermissions.toString(permissions) + "; take the others' rights away.");
        }
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
