package io.auralis.engine.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The cover of an Ogg file: FLAC's picture block (RFC 9639 section 8.8) in Base64, as a comment of an agreed name (Xiph
 * wiki, "VorbisComment"). FFmpeg's writer takes no picture, but any comment.
 */
final class FlacPicture {
    private static final int FRONT_COVER = 3;

    /** What nearly all pictures have; a reader may not rely on it. */
    private static final int BITS_PER_PIXEL = 24;

    private FlacPicture() {}

    static Tag tag(CoverPicture cover) {
        byte[] type = cover.mediaType().getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = cover.bytes();
        byte[] block = ByteBuffer.allocate(8 * Integer.BYTES + type.length + bytes.length)
                .putInt(FRONT_COVER)
                .putInt(type.length)
                .put(type)
                // No description.
                .putInt(0)
                .putInt(cover.width())
                .putInt(cover.height())
                .putInt(BITS_PER_PIXEL)
                // No palette.
                .putInt(0)
                .putInt(bytes.length)
                .put(bytes)
                .array();
        return new Tag("METADATA_BLOCK_PICTURE", Base64.getEncoder().encodeToString(block));
    }
}
