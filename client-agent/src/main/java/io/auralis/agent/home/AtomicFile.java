package io.auralis.agent.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Replaces a file's content so that a reader, or a restart after a kill, sees either the old bytes or the new. */
public final class AtomicFile {
    /** Between a file's name and the number of the process that writes it. */
    private static final String TEMPORARY = ".tmp-";

    private AtomicFile() {}

    /**
     * Writes the bytes to a temporary file in the same folder, forces them to disk, and renames it over the target.
     *
     * @throws HomeException if the folder or the disk refuses; then the old content is untouched
     */
    public static void write(Path target, byte[] bytes) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(target + " is no file of a folder");
        }
        Path temporary = target.resolveSibling(
                target.getFileName() + TEMPORARY + ProcessHandle.current().pid());
        try {
            PrivateFolder.create(folder);
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            discard(temporary, e);
            throw new HomeException("Cannot write to " + folder + ": " + Causes.sentence(e) + ".", e);
        }
    }

    /**
     * Deletes the temporary files that killed processes left in a folder. The caller holds the {@link HomeLock}, and so does
     * whoever writes to that folder.
     *
     * @throws HomeException if the folder refuses
     */
    public static void deleteLeftovers(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + TEMPORARY + "*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new HomeException("Cannot delete from " + folder + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private static void discard(Path temporary, IOException cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
