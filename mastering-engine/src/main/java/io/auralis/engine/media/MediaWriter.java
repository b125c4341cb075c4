package io.auralis.engine.media;

import java.nio.file.Path;

/** Opens files to write. */
public final class MediaWriter {
    private MediaWriter() {}

    /** Loads FFmpeg, which else the first file that is opened waits for. */
    public static void prepare() {
        Ffmpeg.load();
    }

    /**
     * Starts a file that appears under its name when the sink is finished, and not at all if it is closed before.
     *
     * @return a sink for samples that, for a lossless format, lie on the grid of the bit depth
     * @throws MediaException (OUTPUT_FAILED) here or later, if the folder is missing or not writable, or the disk is full
     */
    public static EncodedSink open(Path target, OutputSpec spec) {
        return new EncodedSink(target, spec, ChannelWrapper.NONE);
    }
}
