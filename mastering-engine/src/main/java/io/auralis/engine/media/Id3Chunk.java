package io.auralis.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The chunk in which a WAV or AIFF file holds what its own text chunks have no place for: an {@link Id3Tag}. The two are the
 * same but for the name and the byte order.
 */
final class Id3Chunk {
    private static final int FORM_SIZE_AT = 4;
    private static final int HEADER_BYTES = 8;

    private Id3Chunk() {}

    /** Appends the chunk to a finished RIFF or FORM file and corrects its size; an RF64 file is left alone. */
    static void append(SeekableByteChannel channel, List<Tag> tags, Optional<CoverPicture> cover) throws IOException {
        String form = form(channel);
        if (tags.isEmpty() && cover.isEmpty() || !form.equals("RIFF") && !form.equals("FORM")) {
            return;
        }
        boolean riff = form.equals("RIFF");
        ByteOrder order = riff ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        byte[] tag = Id3Tag.of(tags, cover);
        int padding = tag.length % 2;
        ByteBuffer chunk =
                ByteBuffer.allocate(HEADER_BYTES + tag.length + padding).order(order);
        chunk.put((riff ? "id3 " : "ID3 ").getBytes(StandardCharsets.US_ASCII))
                .putInt(tag.length)
                .put(tag);
        FileBytes.write(channel, channel.size(), chunk.clear());
        ByteBuffer size = ByteBuffer.allocate(Integer.BYTES).order(order);
        size.putInt((int) (channel.size() - HEADER_BYTES)).flip();
        FileBytes.write(channel, FORM_SIZE_AT, size);
    }

    private static String form(SeekableByteChannel channel) throws IOException {
        return StandardCharsets.US_ASCII
                .decode(FileBytes.read(channel, 0, FORM_SIZE_AT))
                .toString();
    }
}
