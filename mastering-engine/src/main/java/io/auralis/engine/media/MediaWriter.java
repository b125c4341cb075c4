package io.auralis.engine.media;

import java.nio.file.Path;

/** Opens files to write. */
public final class MediaWriter {
    private MediaWriter() {}

    /** Loads FFmpeg beside what the caller does, which else the first file that is opened waits for. */
    public static void prepare() {
        Thread thread = new Thread(Ffmpeg::load, "ffmpeg");
        thread.setDaemon(true);
        // What fails here fails again where it is needed, and is reported there.
        thread.setUncaughtExceptionHandler((failed, failure) -> {});
        thread.start();
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
