package io.auralis.engine.media;

import io.auralis.engine.audio.AudioFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of itself.
 *
 * @param format sample rate and channels of its audio
 * @param codec FFmpeg's name of the coding, for example {@code flac} or {@code pcm_s16le}
 * @param bitDepth bits per sample of a lossless integer coding, 8 to 32; 0 for lossy and floating-point codings
 * @param channelMask FFmpeg's channel layout mask, or 0 where the file gives none
 * @param statedFrames frames in all as the file states them, or -1 where it only lets one guess
 * @param tags every tag, in the file's order
 * @param cover its front picture
 */
public record MediaInfo(
        AudioFormat format,
        String codec,
        int bitDepth,
        long channelMask,
        long statedFrames,
        List<Tag> tags,
        Optional<CoverPicture> cover) {
    public MediaInfo {
        tags = List.copyOf(tags);
    }
}
