package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_BMP;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_GIF;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WEBP;

/** A picture attached to a file, as encoded there. */
public final class CoverPicture {
    private final int codecId;
    private final int width;
    private final int height;
    private final byte[] bytes;

    /**
     * @param codecId FFmpeg's number of the picture's coding, which names its media type
     * @param width pixels; 0 where unknown
     * @param height pixels; 0 where unknown
     */
    public CoverPicture(int codecId, int width, int height, byte[] bytes) {
        this.codecId = codecId;
        this.width = width;
        this.height = height;
        this.bytes = bytes.clone();
    }

    /** FFmpeg's number of the picture's coding. */
    public int codecId() {
        return codecId;
    }

    String mediaType() {
        return switch (codecId) {
            case AV_CODEC_ID_PNG -> "image/png";
            case AV_CODEC_ID_GIF -> "image/gif";
            case AV_CODEC_ID_BMP -> "image/bmp";
            case AV_CODEC_ID_WEBP -> "image/webp";
            default -> "image/jpeg";
        };
    }

    /** Pixels; 0 where unknown. */
    public int width() {
        return width;
    }

    /** Pixels; 0 where unknown. */
    public int height() {
        return height;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
