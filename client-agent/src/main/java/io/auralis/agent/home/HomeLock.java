package io.auralis.agent.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One writer at a time: a lock of the operating system on a file of the home, which a killed process cannot leave behind.
 * Waits for another process and for another thread; a thread that holds it may acquire it again.
 */
public final class HomeLock implements AutoCloseable {
    /** The operating system's lock belongs to the process, so threads need one of their own per home. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final @Nullable FileLock lock;

    private HomeLock(ReentrantLock thread, @Nullable FileLock lock) {
        this.thread = thread;
        this.lock = lock;
    }

    /** @throws HomeException if the home cannot be written */
    public static HomeLock acquire(AuralisHome home) {
        ReentrantLock thread = THREADS.computeIfAbsent(home.root(), root -> new ReentrantLock());
        thread.lock();
        if (thread.getHoldCount() > 1) {
            return new HomeLock(thread, null);
        }
        try {
            return new HomeLock(thread, lockFile(home));
        } catch (IOException e) {
            thread.unlock();
            throw new HomeException("Cannot write to " + home.root() + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private static FileLock lockFile(AuralisHome home) throws IOException {
        PrivateFolder.create(home.root());
        FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return channel.lock();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                // Closing the channel releases the lock.
                lock.acquiredBy().close();
            }
        } catch (IOException e) {
            throw new HomeException("Cannot release the lock of the home: " + Causes.sentence(e) + ".", e);
        } finally {
            thread.unlock();
        }
    }
}
