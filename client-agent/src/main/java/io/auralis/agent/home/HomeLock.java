package io.auralis.agent.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/**
 * One writer at a time: a lock of the operating system on a file of the home, which a killed process cannot leave behind.
 * Waits for another process; within one process callers must not hold two at once.
 */
public final class HomeLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private HomeLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws HomeException if the home cannot be written */
    public static HomeLock acquire(AuralisHome home) {
        try {
            Files.createDirectories(home.root());
            FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new HomeLock(channel, channel.lock());
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + home.root() + ": " + Causes.sentence(e) + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new HomeException("Cannot release the lock of the home: " + Causes.sentence(e) + ".", e);
        }
    }
}
