package io.auralis.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Bytes at a place of a file, whole, however few the channel gives or takes at a time. */
final class FileBytes {
    private FileBytes() {}

    /** Up to so many bytes; fewer where the file ends before. */
    static ByteBuffer read(SeekableByteChannel channel, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        channel.position(position);
        while (bytes.hasRemaining() && channel.read(bytes) > 0) {
            // Until it is full or the file ends.
        }
        return bytes.flip();
    }

    static void write(SeekableByteChannel channel, long position, ByteBuffer bytes) throws IOException {
        channel.position(position);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
