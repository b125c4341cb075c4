package io.auralis.agent.batch;

import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.PrivateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Keeps a second batch off the folders of a first, by locks of the operating system, which a killed process cannot leave
 * behind.
 */
public final class BatchLock implements AutoCloseable {
    private final List<FileChannel> held = new ArrayList<>();

    private BatchLock() {}

    /**
     * @param batches the folder that the lock files are in
     * @param folders what is to be worked on
     * @throws HomeException if another batch works on one of them, or the home cannot be written
     */
    public static BatchLock acquire(Path batches, Collection<Path> folders) {
        BatchLock lock = new BatchLock();
        try {
            PrivateFolder.create(batches);
            for (Path folder : new TreeSet<>(folders)) {
                lock.hold(batches, folder);
            }
            return lock;
        } catch (IOException e) {
            lock.close();
            throw new HomeException("Cannot write to " + batches + ": " + Causes.sentence(e) + ".", e);
        } catch (HomeException e) {
            lock.close();
            throw e;
        }
    }

    private void hold(Path batches, Path folder) throws IOException {
        FileChannel channel = FileChannel.open(
                batches.resolve(Digest.of(folder.toString()) + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        held.add(channel);
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            throw new HomeException("Another batch is at work on " + folder + "; wait until it is done, or stop it.");
        }
    }

    @Override
    public void close() {
        for (FileChannel channel : held) {
            try {
                // Closing the channel releases the lock.
                channel.close();
            } catch (IOException e) {
                throw new HomeException("Cannot release the lock of a batch: " + Causes.sentence(e) + ".", e);
            }
        }
    }
}
