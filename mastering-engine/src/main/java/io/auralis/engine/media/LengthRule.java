package io.auralis.engine.media;

/**
 * How long a file's audio must be by its own statement. A file that ends before is refused, never silently shortened.
 *
 * @param statedFrames frames stated, or -1
 * @param tolerance how many may be missing
 * @param trim whether frames beyond the stated ones are padding
 */
record LengthRule(long statedFrames, long tolerance, boolean trim) {
    /**
     * Lossless containers count exactly. Lossy ones count packets, whose edges a codec's delay blurs: a missing packet or
     * two is within what encoders do, a truncated file lacks far more.
     */
    private static final long LOSSY_TOLERANCE_FRAMES = 4_608;

    static LengthRule of(MediaInfo info) {
        boolean lossless = info.bitDepth() > 0 || info.codec().startsWith("pcm_");
        boolean gapless = ItunesGapless.frames(info.codec(), info.tags()).isPresent();
        return new LengthRule(info.statedFrames(), lossless ? 0 : LOSSY_TOLERANCE_FRAMES, gapless);
    }

    /** How many of the frames just decoded belong to the music. */
    int keep(long framesBefore, int frames) {
        if (!trim || statedFrames < 0) {
            return frames;
        }
        return (int) Math.max(0, Math.min(frames, statedFrames - framesBefore));
    }

    void requireWhole(long frames, Demuxer file) {
        if (frames == 0) {
            throw file.bad(" holds no samples.", null);
        }
        if (statedFrames >= 0 && frames < statedFrames - tolerance) {
            throw file.bad(
                    " is truncated: it states " + statedFrames + " samples per channel but holds " + frames + ".",
                    null);
        }
    }
}
