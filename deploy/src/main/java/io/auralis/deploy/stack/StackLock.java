package io.auralis.deploy.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** One command at a time changes a stack: a lock of the operating system, which a killed process cannot leave behind. */
final class StackLock implements AutoCloseable {
    private final FileChannel channel;

    private StackLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Waits for another command on the same folder, saying so. */
    static StackLock acquire(StackFolder folder, Consumer<String> progress) {
        try {
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                progress.accept("Another community command is at work in " + folder.root() + "; waiting for it.");
                channel.lock();
            }
            return new StackLock(channel);
        } catch (IOException refused) {
            throw folder.cannotWrite(refused);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new StackException("Cannot release the stack's lock.", failed);
        }
    }
}
