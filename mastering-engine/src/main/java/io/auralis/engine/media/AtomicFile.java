package io.auralis.engine.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A file that appears under its name only when it is whole: written beside it, forced to the disk, then renamed. */
final class AtomicFile implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private boolean done;

    /** @throws IOException if the folder does not exist or does not let us write */
    AtomicFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        // Not the target's name plus something, which could be longer than the file system allows.
        this.temporary = this.target.resolveSibling(
                PartOwner.current().prefix() + Long.toHexString(RANDOM.nextLong()) + Leftovers.SUFFIX);
        this.channel = UnfinishedFiles.create(temporary);
    }

    FileChannel channel() {
        return channel;
    }

    /** Where the bytes are until they get their name. */
    Path temporary() {
        return temporary;
    }

    /** Forces the bytes to the disk and gives the file its name, replacing what had it. */
    void commit() throws IOException {
        channel.force(true);
        channel.close();
        UnfinishedFiles.name(temporary, target);
        done = true;
    }

    /** Removes the unfinished file, unless committed. */
    @Override
    public void close() {
        if (done) {
            return;
        }
        done = true;
        try {
            channel.close();
            UnfinishedFiles.delete(temporary);
        } catch (IOException e) {
            // The failure that led here is the one to report; a leftover hidden file is the lesser harm.
        }
    }
}
