package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** What every use of FFmpeg needs: it is silenced once, since diagnostics are ours to give, and its codes get words. */
final class Ffmpeg {
    /** EAGAIN as FFmpeg returns it where a decoder or encoder wants input first: the C library's number, negated. */
    static final int AGAIN = System.getProperty("os.name", "").startsWith("Mac") ? -35 : -11;

    /** EIO, the same number on every system that we run on. */
    static final int IO_ERROR = -5;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private Ffmpeg() {}

    /** Loads the native libraries and silences them. */
    static void load() {
        // The static initialiser did it.
    }

    static String words(int code) {
        byte[] text = new byte[256];
        av_strerror(code, text, text.length);
        int length = 0;
        while (length < text.length && text[length] != 0) {
            length++;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /** @throws IllegalStateException if memory ran out, the one reason why FFmpeg's allocators return nothing */
    static <T> T allocated(@Nullable T pointer) {
        if (pointer == null) {
            throw new IllegalStateException("FFmpeg could not allocate memory");
        }
        return pointer;
    }

    static void put(AVDictionary dictionary, String key, String value, int flags) {
        try (BytePointer keyBytes = new BytePointer(key, StandardCharsets.UTF_8);
                BytePointer valueBytes = new BytePointer(value, StandardCharsets.UTF_8)) {
            org.bytedeco.ffmpeg.global.avutil.av_dict_set(dictionary, keyBytes, valueBytes, flags);
        }
    }

    static Tag tag(AVDictionaryEntry entry) {
        return new Tag(
                entry.key().getString(StandardCharsets.UTF_8), entry.value().getString(StandardCharsets.UTF_8));
    }
}
