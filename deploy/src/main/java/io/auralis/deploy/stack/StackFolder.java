package io.auralis.deploy.stack;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The one folder that holds all of the stack's data, by default {@code ~/.auralis-community}; readable by its owner only. */
public record StackFolder(Path root) {
    public StackFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder of {@code AURALIS_COMMUNITY_HOME}, else the default in the user's home. */
    public static StackFolder resolve(Map<String, String> environment, Path userHome) {
        String chosen = environment.getOrDefault("AURALIS_COMMUNITY_HOME", "");
        return new StackFolder(chosen.isBlank() ? userHome.resolve(".auralis-community") : Path.of(chosen));
    }

    /** Addresses for people and programs, in JSON. */
    public Path state() {
        return root.resolve("stack.json");
    }

    Path ports() {
        return root.resolve("ports.properties");
    }

    Path lock() {
        return root.resolve("lock");
    }

    /** Of the process of one member. */
    Path run(Member member) {
        return root.resolve("run").resolve(member.key() + ".json");
    }

    Path log(Member member) {
        return root.resolve("logs").resolve(member.key() + ".log");
    }

    public Path database() {
        return root.resolve("postgresql");
    }

    Path databaseBinaries() {
        return database().resolve("binaries");
    }

    Path broker() {
        return root.resolve("kafka");
    }

    Path ingest() {
        return root.resolve("ingest");
    }

    Path aggregator() {
        return root.resolve("aggregator");
    }

    Path publisher() {
        return root.resolve("publisher");
    }

    /** First root of trust of the signed repository: what an agent is given once, out of band. */
    public Path trustRoot() {
        return publisher().resolve("repository").resolve("metadata").resolve("1.root.json");
    }

    Path accounts() {
        return root.resolve("maintainer").resolve("accounts");
    }

    public Path maintainerPassword() {
        return root.resolve("maintainer").resolve("password");
    }

    /** Whether a stack was ever set up here. */
    boolean isStack() {
        return Files.exists(ports());
    }

    /** Creates the folder, private. */
    void create() {
        try {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            for (Path folder : new Path[] {
                root.resolve("run"),
                root.resolve("logs"),
                root.resolve("maintainer"),
                ingest(),
                aggregator(),
                publisher()
            }) Files.createDirectories(folder);
        } catch (IOException refused) {
            throw cannotWrite(refused);
        }
    }

    /** Replaces a file of the folder in one step; mode 0600. */
    void write(Path file, String text) {
        try {
            Path fresh = Files.createTempFile(
                    file.getParent(),
                    file.getFileName().toString(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(fresh, text);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException refused) {
            throw cannotWrite(refused);
        }
    }

    StackException cannotWrite(IOException refused) {
        return new StackException("Cannot write to the stack's folder " + root + ": " + reason(refused) + ".", refused);
    }

    /** Java's own message is often no more than the path. */
    private static String reason(IOException refused) {
        if (refused instanceof AccessDeniedException) return "permission denied";
        if (refused instanceof NoSuchFileException) return "no such file or folder";
        if (refused instanceof FileAlreadyExistsException) return "a file is in the way";
        if (refused instanceof FileSystemException file && file.getReason() != null) return file.getReason();
        return String.valueOf(refused.getMessage());
    }
}
