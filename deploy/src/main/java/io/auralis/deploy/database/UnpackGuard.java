package io.auralis.deploy.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps a folder of program files whole. Their unpacking, when killed or out of disk midway, leaves files that the next
 * attempt trips over for ever; so it runs under a lock, and what has no mark of completion is cleared first.
 */
final class UnpackGuard implements AutoCloseable {
    private final Path mark;
    private final FileChannel lock;

    private UnpackGuard(Path mark, FileChannel lock) {
        this.mark = mark;
        this.lock = lock;
    }

    /** Waits for other processes that unpack to the same folder; then it is either whole or empty. */
    static UnpackGuard enter(Path binaries) throws IOException {
        Files.createDirectories(binaries);
        FileChannel lock =
                FileChannel.open(binaries.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            Path mark = binaries.resolve("unpacked");
            if (!Files.exists(mark)) {
                lock.lock();
                if (!Files.exists(mark)) clear(binaries);
            }
            return new UnpackGuard(mark, lock);
        } catch (IOException failed) {
            lock.close();
            throw failed;
        }
    }

    void complete() throws IOException {
        if (!Files.exists(mark)) Files.createFile(mark);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static void clear(Path binaries) throws IOException {
        try (Stream<Path> walk = Files.walk(binaries)) {
            List<Path> leftovers = walk.filter(path -> !path.equals(binaries) && !path.endsWith("unpack.lock"))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path leftover : leftovers) Files.delete(leftover);
        }
    }
}
