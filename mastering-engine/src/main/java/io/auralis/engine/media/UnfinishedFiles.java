package io.auralis.engine.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * The files that this process has not finished. An interrupt from the keyboard, SIGTERM or an exit deletes them; only what
 * a kill leaves is left to {@link Leftovers}.
 *
 * <p>Other threads work on while the JVM ends. From then on none gets a turn here any more: whoever would begin, name or
 * delete a file waits until the JVM is gone, and nobody is told of a failure that is only the end.
 */
final class UnfinishedFiles {
    private static final Set<Path> FILES = new HashSet<>();

    /** Who has it may change the files; the JVM's end takes it for good. */
    private static final Semaphore TURN = new Semaphore(1);

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(UnfinishedFiles::end, "delete-unfinished"));
        } catch (IllegalStateException e) {
            // The JVM is ending already.
            TURN.drainPermits();
        }
    }

    private UnfinishedFiles() {}

    /** Creates a file that must not be there yet, for reading and writing. */
    static FileChannel create(Path file) throws IOException {
        TURN.acquireUninterruptibly();
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ);
            FILES.add(file);
            return channel;
        } finally {
            TURN.release();
        }
    }

    /** Gives a finished file its name, replacing what had it. */
    static void name(Path file, Path target) throws IOException {
        TURN.acquireUninterruptibly();
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
            FILES.remove(file);
        } finally {
            TURN.release();
        }
    }

    static void delete(Path file) throws IOException {
        TURN.acquireUninterruptibly();
        try {
            Files.deleteIfExists(file);
            FILES.remove(file);
        } finally {
            TURN.release();
        }
    }

    private static void end() {
        TURN.acquireUninterruptibly();
        for (Path file : FILES) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Nobody is left to tell; the next run into that folder deletes it.
            }
        }
    }
}
