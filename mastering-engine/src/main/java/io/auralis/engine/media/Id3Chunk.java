package io.auralis.engine.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The chunk in which a WAV file holds what its own INFO list has no place for: an ID3v2.4 tag (id3.org, "ID3 tag version
 * 2.4.0") with every tag and the cover.
 */
final class Id3Chunk {
    private static final byte UTF_8 = 3;
    private static final byte FRONT_COVER = 3;
    private static final int RIFF_SIZE_AT = 4;

    private static final Map<String, String> FRAMES = Map.ofEntries(
            Map.entry("title", "TIT2"),
            Map.entry("artist", "TPE1"),
            Map.entry("album", "TALB"),
            Map.entry("album_artist", "TPE2"),
            Map.entry("albumartist", "TPE2"),
            Map.entry("composer", "TCOM"),
            Map.entry("genre", "TCON"),
            Map.entry("track", "TRCK"),
            Map.entry("tracknumber", "TRCK"),
            Map.entry("disc", "TPOS"),
            Map.entry("discnumber", "TPOS"),
            Map.entry("date", "TDRC"),
            Map.entry("isrc", "TSRC"),
            Map.entry("publisher", "TPUB"),
            Map.entry("copyright", "TCOP"));

    private Id3Chunk() {}

    /** Appends the chunk to a finished RIFF file and corrects its size; an RF64 file is left alone. */
    static void append(SeekableByteChannel channel, List<Tag> tags, Optional<CoverPicture> cover) throws IOException {
        if (tags.isEmpty() && cover.isEmpty() || !isRiff(channel)) {
            return;
        }
        byte[] tag = tag(tags, cover);
        int padding = tag.length % 2;
        long end = channel.size();
        ByteBuffer chunk = ByteBuffer.allocate(8 + tag.length + padding).order(ByteOrder.LITTLE_ENDIAN);
        chunk.put("id3 ".getBytes(StandardCharsets.US_ASCII)).putInt(tag.length).put(tag);
        chunk.clear();
        write(channel, end, chunk);
        ByteBuffer size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        size.putInt((int) (channel.size() - 8)).flip();
        write(channel, RIFF_SIZE_AT, size);
    }

    private static boolean isRiff(SeekableByteChannel channel) throws IOException {
        ByteBuffer name = ByteBuffer.allocate(4);
        channel.position(0);
        while (name.hasRemaining() && channel.read(name) > 0) {
            // Until the four bytes are there.
        }
        return new String(name.array(), StandardCharsets.US_ASCII).equals("RIFF");
    }

    private static void write(SeekableByteChannel channel, long position, ByteBuffer bytes) throws IOException {
        channel.position(position);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static byte[] tag(List<Tag> tags, Optional<CoverPicture> cover) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        // A frame may occur once, so the values of a repeated name share it, separated by zeros.
        Map<String, String> joined = new LinkedHashMap<>();
        for (Tag tag : tags) {
            joined.merge(tag.name(), tag.value(), (one, other) -> one + "\0" + other);
        }
        joined.forEach((name, value) -> {
            String frame = FRAMES.get(name.toLowerCase(Locale.ROOT));
            if (frame != null) {
                frame(frames, frame, text(value));
            } else {
                frame(frames, "TXXX", text(name + "\0" + value));
            }
        });
        cover.ifPresent(picture -> frame(frames, "APIC", picture(picture)));

        ByteArrayOutputStream tag = new ByteArrayOutputStream();
        tag.writeBytes(new byte[] {'I', 'D', '3', 4, 0, 0});
        tag.writeBytes(syncSafe(frames.size()));
        tag.writeBytes(frames.toByteArray());
        return tag.toByteArray();
    }

    private static void frame(ByteArrayOutputStream frames, String name, byte[] content) {
        frames.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        frames.writeBytes(syncSafe(content.length));
        frames.writeBytes(new byte[2]);
        frames.writeBytes(content);
    }

    private static byte[] text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + utf8.length).put(UTF_8).put(utf8).array();
    }

    private static byte[] picture(CoverPicture cover) {
        byte[] type = cover.mediaType().getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = cover.bytes();
        return ByteBuffer.allocate(4 + type.length + bytes.length)
                .put(UTF_8)
                .put(type)
                .put((byte) 0)
                .put(FRONT_COVER)
                .put((byte) 0)
                .put(bytes)
                .array();
    }

    /** A number in four bytes of seven bits. */
    private static byte[] syncSafe(int number) {
        return new byte[] {
            (byte) (number >>> 21 & 0x7f),
            (byte) (number >>> 14 & 0x7f),
            (byte) (number >>> 7 & 0x7f),
            (byte) (number & 0x7f)
        };
    }
}
