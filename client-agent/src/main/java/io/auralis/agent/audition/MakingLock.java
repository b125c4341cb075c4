package io.auralis.agent.audition;

import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.PrivateFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** Held while both files of an audition are made, which takes seconds: two that are made at once would mix. */
final class MakingLock implements AutoCloseable {
    private final FileChannel channel;

    private MakingLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IllegalArgumentException if one is being made */
    static MakingLock acquire(AuralisHome home) throws IOException {
        PrivateFolder.create(home.root());
        FileChannel channel = FileChannel.open(
                home.root().resolve("audition.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IllegalArgumentException("Another audition is being made just now; wait for it.");
        }
        return new MakingLock(channel);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
