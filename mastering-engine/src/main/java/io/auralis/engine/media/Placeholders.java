package io.auralis.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;

/** Puts values in the place of placeholders of the same length, in a file that is written otherwise. */
final class Placeholders {
    private static final int WINDOW_BYTES = 1 << 20;

    private Placeholders() {}

    /** @throws IllegalStateException if a placeholder is not in the file */
    static void fill(SeekableByteChannel channel, Map<byte[], byte[]> values) throws IOException {
        for (Map.Entry<byte[], byte[]> one : values.entrySet()) {
            long at = find(channel, one.getKey());
            FileBytes.write(channel, at, ByteBuffer.wrap(one.getValue()));
            OggPage.correctAt(channel, at);
        }
    }

    /**
     * The first place. In files with tags in front that is theirs; before tags behind the audio, the audio holds such a text
     * of eight letters once in 2^64 places.
     */
    private static long find(SeekableByteChannel channel, byte[] placeholder) throws IOException {
        for (long from = 0; from < channel.size(); from += WINDOW_BYTES) {
            ByteBuffer window = FileBytes.read(channel, from, WINDOW_BYTES + placeholder.length - 1);
            for (int at = 0; at <= window.limit() - placeholder.length; at++) {
                if (matches(window, at, placeholder)) {
                    return from + at;
                }
            }
        }
        throw new IllegalStateException("the file lacks a placeholder");
    }

    private static boolean matches(ByteBuffer window, int at, byte[] placeholder) {
        for (int i = 0; i < placeholder.length; i++) {
            if (window.get(at + i) != placeholder[i]) {
                return false;
            }
        }
        return true;
    }
}
