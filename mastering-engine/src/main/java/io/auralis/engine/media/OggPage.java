package io.auralis.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** The pages of an Ogg file, each with a checksum over itself (RFC 3533 section 6). */
final class OggPage {
    /** "OggS". */
    private static final int MARKER = 0x4f67_6753;

    private static final int POLYNOMIAL = 0x04c1_1db7;
    private static final int CHECKSUM_AT = 22;
    private static final int SEGMENTS_AT = 26;
    private static final int HEADER_BYTES = 27;
    private static final int MOST_SEGMENTS = 255;

    private OggPage() {}

    /** Gives the page that holds a changed byte its checksum; a file of another kind is left alone. */
    static void correctAt(SeekableByteChannel channel, long changed) throws IOException {
        for (long at = 0; at <= changed; ) {
            ByteBuffer header = FileBytes.read(channel, at, HEADER_BYTES + MOST_SEGMENTS);
            if (header.limit() < HEADER_BYTES || header.getInt(0) != MARKER) {
                return;
            }
            int length = length(header);
            if (changed < at + length) {
                correct(channel, at, length);
            }
            at += length;
        }
    }

    private static int length(ByteBuffer header) {
        int segments = header.get(SEGMENTS_AT) & 0xff;
        int length = HEADER_BYTES + segments;
        for (int segment = 0; segment < segments; segment++) {
            length += header.get(HEADER_BYTES + segment) & 0xff;
        }
        return length;
    }

    /** The checksum is counted with its own place set to zero. */
    private static void correct(SeekableByteChannel channel, long at, int length) throws IOException {
        ByteBuffer page = FileBytes.read(channel, at, length);
        page.putInt(CHECKSUM_AT, 0);
        ByteBuffer sum = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        sum.putInt(checksum(page)).flip();
        FileBytes.write(channel, at + CHECKSUM_AT, sum);
    }

    private static int checksum(ByteBuffer page) {
        int sum = 0;
        while (page.hasRemaining()) {
            sum ^= page.get() << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? (sum << 1) ^ POLYNOMIAL : sum << 1;
            }
        }
        return sum;
    }
}
