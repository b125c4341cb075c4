package io.auralis.engine.media;

/** A picture attached to a file, as encoded there. */
public final class CoverPicture {
    private final int codecId;
    private final int width;
    private final int height;
    private final byte[] bytes;

    /** @param codecId FFmpeg's number of the picture's coding, which names its media type */
    CoverPicture(int codecId, int width, int height, byte[] bytes) {
        this.codecId = codecId;
        this.width = width;
        this.height = height;
        this.bytes = bytes.clone();
    }

    int codecId() {
        return codecId;
    }

    /** Pixels; 0 where unknown. */
    int width() {
        return width;
    }

    /** Pixels; 0 where unknown. */
    int height() {
        return height;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
