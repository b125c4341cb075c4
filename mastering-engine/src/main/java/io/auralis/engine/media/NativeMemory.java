package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;

import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/** The memory of a process that decodes. */
public final class NativeMemory {
    private NativeMemory() {}

    /** Makes every request of FFmpeg's for more than this at once fail. Loads FFmpeg, if it is not yet. */
    public static void boundAllocation(long mostBytes) {
        Ffmpeg.load();
        Loader.load(avformat.class);
        av_max_alloc(mostBytes);
    }

    /** What the process holds in physical memory now, Java's heap included, bytes. */
    public static long residentBytes() {
        return Pointer.physicalBytes();
    }
}
