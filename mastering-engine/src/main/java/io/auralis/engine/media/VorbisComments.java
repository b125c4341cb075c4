package io.auralis.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tags of a FLAC file as they stand there (RFC 9639 section 8.6). FFmpeg would join the values of a repeated name, such
 * as two artists, into one.
 */
final class VorbisComments {
    private static final int COMMENT_BLOCK = 4;
    private static final int BLOCK_HEADER_BYTES = 4;

    private VorbisComments() {}

    /** The tags, in the file's order; empty if this is no plain FLAC file or its comments are not well-formed. */
    static Optional<List<Tag>> of(FileChannel channel) throws IOException {
        ByteBuffer marker = read(channel, 0, BLOCK_HEADER_BYTES);
        if (marker.remaining() < BLOCK_HEADER_BYTES || marker.getInt() != 0x664C6143) {
            return Optional.empty();
        }
        long position = BLOCK_HEADER_BYTES;
        while (true) {
            ByteBuffer header = read(channel, position, BLOCK_HEADER_BYTES);
            if (header.remaining() < BLOCK_HEADER_BYTES) {
                return Optional.empty();
            }
            int bits = header.getInt();
            int type = bits >>> 24 & 0x7f;
            int size = bits & 0xffffff;
            if (type == COMMENT_BLOCK) {
                return parse(read(channel, position + BLOCK_HEADER_BYTES, size).order(ByteOrder.LITTLE_ENDIAN));
            }
            if (bits < 0) {
                // The last block's flag.
                return Optional.empty();
            }
            position += BLOCK_HEADER_BYTES + size;
        }
    }

    private static Optional<List<Tag>> parse(ByteBuffer block) {
        if (text(block).isEmpty() || block.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        List<Tag> tags = new ArrayList<>();
        for (int left = block.getInt(); left > 0; left--) {
            Optional<String> comment = text(block);
            if (comment.isEmpty()) {
                return Optional.empty();
            }
            int equals = comment.get().indexOf('=');
            if (equals > 0) {
                tags.add(new Tag(
                        comment.get().substring(0, equals), comment.get().substring(equals + 1)));
            }
        }
        return Optional.of(tags);
    }

    /** A counted text, or empty if its count reaches beyond the block. */
    private static Optional<String> text(ByteBuffer block) {
        if (block.remaining() < Integer.BYTES) {
            return Optional.empty();
        }
        int length = block.getInt();
        if (length < 0 || length > block.remaining()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        block.get(bytes);
        return Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static ByteBuffer read(FileChannel channel, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
            // Until it is full or the file ends.
        }
        return bytes.flip();
    }
}
