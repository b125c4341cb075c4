package io.auralis.publisher.tuf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that appear whole or not at all, and are on the disk before the next step begins. */
final class DurableFiles {
    private static final Set<PosixFilePermission> PUBLIC = PosixFilePermissions.fromString("rw-r--r--");

    private DurableFiles() {}

    /** Writes a file that everyone may read, replacing what is there. */
    static void write(Path file, byte[] content) throws IOException {
        write(file, content, PUBLIC);
    }

    /** Writes a file with these rights, which it has from its first byte on; replaces what is there. */
    static void write(Path file, byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        Path folder = file.resolveSibling(".");
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        Path temporary = posix
                ? Files.createTempFile(
                        folder,
                        ".",
                        ".tmp",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, ".", ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            if (posix) {
                Files.setPosixFilePermissions(temporary, permissions);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        if (posix) {
            // The new name itself is durable only once its folder is.
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
