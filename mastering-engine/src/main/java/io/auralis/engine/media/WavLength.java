package io.auralis.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * The length that a WAV file states. FFmpeg goes by the file's size instead, and so would not notice that a file is cut
 * short.
 */
final class WavLength {
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int RIFF_HEADER_BYTES = 12;

    /** Writers that could not go back to fill the size in leave it this large or larger. */
    private static final long STREAMED = 0x7fff_0000L;

    private WavLength() {}

    /** Bytes of samples by the data chunk's header; empty if this is no RIFF file or it leaves the size open. */
    static OptionalLong dataBytes(FileChannel channel) throws IOException {
        ByteBuffer header = read(channel, 0, RIFF_HEADER_BYTES);
        if (header.remaining() < RIFF_HEADER_BYTES || !name(header).equals("RIFF")) {
            return OptionalLong.empty();
        }
        long position = RIFF_HEADER_BYTES;
        while (true) {
            ByteBuffer chunk = read(channel, position, CHUNK_HEADER_BYTES);
            if (chunk.remaining() < CHUNK_HEADER_BYTES) {
                return OptionalLong.empty();
            }
            String name = name(chunk);
            long size = Integer.toUnsignedLong(chunk.getInt());
            if (name.equals("data")) {
                return size == 0 || size >= STREAMED ? OptionalLong.empty() : OptionalLong.of(size);
            }
            // Chunks begin at even places.
            position += CHUNK_HEADER_BYTES + size + size % 2;
        }
    }

    private static ByteBuffer read(FileChannel channel, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
            // Until it is full or the file ends.
        }
        return bytes.flip();
    }

    private static String name(ByteBuffer bytes) {
        byte[] name = new byte[4];
        bytes.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
