package io.auralis.simulator.listener;

import io.auralis.agent.home.FolderTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A folder for the homes of synthetic listeners: in memory where the system offers that, since they need not survive a
 * power cut, and so all the more to be deleted, on Ctrl-C too: that interrupts the thread that opened it and waits until it
 * has closed it.
 */
public final class TemporaryHomes implements AutoCloseable {
    /** A run holds one home per core at a time, of some 100 kB each; less than this may be kept free for others. */
    private static final long LEAST_MEMORY_BYTES = 256L << 20;

    private static final int CLOSES_WITHIN_SECONDS = 40;

    private final Path folder;
    private final Thread user = Thread.currentThread();
    private final Thread hook = new Thread(this::interrupt, "delete-synthetic-homes");
    private final CountDownLatch deleted = new CountDownLatch(1);
    private boolean closing;

    private TemporaryHomes(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException when no folder can be made */
    public static TemporaryHomes open() {
        try {
            Path memory = Path.of("/dev/shm");
            boolean fits =
                    Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > LEAST_MEMORY_BYTES;
            TemporaryHomes homes = new TemporaryHomes(
                    fits
                            ? Files.createTempDirectory(memory, "auralis-simulator")
                            : Files.createTempDirectory("auralis-simulator"));
            Runtime.getRuntime().addShutdownHook(homes.hook);
            return homes;
        } catch (IOException refused) {
            throw new UncheckedIOException("No temporary folder can be made.", refused);
        }
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closing = true;
        }
        try {
            FolderTree.delete(folder);
        } finally {
            deleted.countDown();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs, and sees that it is done.
        }
    }

    private void interrupt() {
        synchronized (this) {
            if (!closing) user.interrupt();
        }
        try {
            if (!deleted.await(CLOSES_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(folder + " could not be deleted in time");
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
