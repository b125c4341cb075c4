package io.auralis.engine.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of items in which an MP4 file keeps tags and cover (QuickTime File Format, "Metadata"; the item types are
 * iTunes'). A tag for which there is no item becomes a free-form one, {@code ----:com.apple.iTunes:NAME}.
 *
 * <p>The movie box, which holds the list, is the file's last, so it may grow without moving the samples that it points to.
 */
final class Mp4Tags {
    private static final int BOX_HEADER_BYTES = 8;
    private static final int BINARY = 0;
    private static final int UTF_8 = 1;
    private static final int GIF = 12;
    private static final int JPEG = 13;
    private static final int PNG = 14;
    private static final int INTEGER = 21;
    private static final int BMP = 27;

    /** "3" or "3/12", as numbers of 16 bits. */
    private static final Pattern NUMBER_OF_ALL = Pattern.compile("\\s*(\\d{1,4})\\s*(?:/\\s*(\\d{1,4})\\s*)?");

    private Mp4Tags() {}

    /** Puts the tags and the cover into a finished file whose movie box is its last, in place of those it has. */
    static void write(SeekableByteChannel channel, List<Tag> tags, Optional<CoverPicture> cover) throws IOException {
        if (tags.isEmpty() && cover.isEmpty()) {
            return;
        }
        long at = movie(channel);
        int size = Math.toIntExact(channel.size() - at);
        ByteBuffer movie = FileBytes.read(channel, at, size);
        ByteArrayOutputStream children = new ByteArrayOutputStream();
        movie.position(BOX_HEADER_BYTES);
        while (movie.remaining() >= BOX_HEADER_BYTES) {
            byte[] child = new byte[movie.getInt(movie.position())];
            movie.get(child);
            if (!type(ByteBuffer.wrap(child)).equals("udta")) {
                children.writeBytes(child);
            }
        }
        children.writeBytes(userData(tags, cover));
        channel.truncate(at);
        FileBytes.write(channel, at, ByteBuffer.wrap(box("moov", children.toByteArray())));
    }

    /** Where the movie box begins. */
    private static long movie(SeekableByteChannel channel) throws IOException {
        long position = 0;
        while (position < channel.size()) {
            ByteBuffer header = FileBytes.read(channel, position, 2 * BOX_HEADER_BYTES);
            long size = Integer.toUnsignedLong(header.getInt(0));
            if (size == 1) {
                size = header.getLong(BOX_HEADER_BYTES);
            }
            if (type(header).equals("moov") && position + size == channel.size()) {
                return position;
            }
            // A size of 0, "to the end of the file", would be a file whose movie box is not last.
            position = size > 0 ? position + size : channel.size();
        }
        throw new IllegalStateException("the movie box is not the file's last");
    }

    private static String type(ByteBuffer box) {
        return new String(box.array(), 4, 4, StandardCharsets.ISO_8859_1);
    }

    private static byte[] userData(List<Tag> tags, Optional<CoverPicture> cover) {
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        TagValues.of(tags).forEach(tag -> items.writeBytes(item(tag)));
        cover.ifPresent(picture ->
                items.writeBytes(box("covr", data(pictureType(picture.mediaType()), picture.bytes()))));

        ByteArrayOutputStream meta = new ByteArrayOutputStream();
        meta.writeBytes(new byte[4]);
        meta.writeBytes(box("hdlr", bytes("\0\0\0\0\0\0\0\0mdirappl\0\0\0\0\0\0\0\0\0")));
        meta.writeBytes(box("ilst", items.toByteArray()));
        return box("udta", box("meta", meta.toByteArray()));
    }

    private static byte[] item(TagValues tag) {
        String type = tag.field().map(TagField::mp4).orElse("");
        String first = tag.values().get(0);
        Matcher number = NUMBER_OF_ALL.matcher(first);
        boolean numeric = tag.values().size() == 1 && number.matches();
        return switch (type) {
            case "" -> freeForm(tag);
            case "trkn", "disk" -> numeric ? box(type, data(BINARY, numberOfAll(number, type))) : freeForm(tag);
            // In both forms: players look for the first, and FFmpeg reads the second only.
            case "tmpo" -> numeric && number.group(2) == null ? joined(tempo(number), freeForm(tag)) : freeForm(tag);
            default -> box(type, texts(tag));
        };
    }

    private static byte[] tempo(Matcher number) {
        return box("tmpo", data(INTEGER, shorts(Integer.parseInt(number.group(1)))));
    }

    private static byte[] freeForm(TagValues tag) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(box("mean", bytes("\0\0\0\0com.apple.iTunes")));
        byte[] name = tag.name().getBytes(StandardCharsets.UTF_8);
        content.writeBytes(
                box("name", ByteBuffer.allocate(4 + name.length).put(4, name).array()));
        content.writeBytes(texts(tag));
        return box("----", content.toByteArray());
    }

    private static byte[] texts(TagValues tag) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        tag.values().forEach(value -> all.writeBytes(data(UTF_8, value.getBytes(StandardCharsets.UTF_8))));
        return all.toByteArray();
    }

    private static byte[] numberOfAll(Matcher number, String type) {
        int all = number.group(2) == null ? 0 : Integer.parseInt(number.group(2));
        int one = Integer.parseInt(number.group(1));
        return type.equals("trkn") ? shorts(0, one, all, 0) : shorts(0, one, all);
    }

    private static byte[] shorts(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Short.BYTES);
        for (int number : numbers) {
            bytes.putShort((short) number);
        }
        return bytes.array();
    }

    private static int pictureType(String mediaType) {
        return switch (mediaType) {
            case "image/jpeg" -> JPEG;
            case "image/png" -> PNG;
            case "image/gif" -> GIF;
            case "image/bmp" -> BMP;
            default -> BINARY;
        };
    }

    /** A value with its type, of no particular country or language. */
    private static byte[] data(int type, byte[] value) {
        return box(
                "data",
                ByteBuffer.allocate(8 + value.length)
                        .putInt(type)
                        .putInt(0)
                        .put(value)
                        .array());
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(BOX_HEADER_BYTES + content.length)
                .putInt(BOX_HEADER_BYTES + content.length)
                .put(bytes(type))
                .put(content)
                .array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
