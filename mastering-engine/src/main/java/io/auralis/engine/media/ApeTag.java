package io.auralis.engine.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The tag at the end of a WavPack file: APEv2 (the Hydrogenaudio wiki's "APEv2 specification"), with every tag and the
 * cover.
 */
final class ApeTag {
    private static final int VERSION = 2_000;
    private static final int HEADER_BYTES = 32;
    private static final int HAS_HEADER = 1 << 31;
    private static final int IS_HEADER = 1 << 29;
    private static final int TEXT = 0;
    private static final int BINARY = 1 << 1;
    static final String COVER_KEY = "Cover Art (Front)";

    /** Keys that the specification forbids, being the beginnings of other things. */
    private static final Set<String> FORBIDDEN = Set.of("ID3", "TAG", "OGGS", "MP+");

    private ApeTag() {}

    static void append(SeekableByteChannel channel, List<Tag> tags, Optional<CoverPicture> cover) throws IOException {
        if (tags.isEmpty() && cover.isEmpty()) {
            return;
        }
        FileBytes.write(channel, channel.size(), ByteBuffer.wrap(of(tags, cover)));
    }

    private static byte[] of(List<Tag> tags, Optional<CoverPicture> cover) {
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        List<TagValues> grouped = TagValues.of(tags);
        for (TagValues tag : grouped) {
            String key = tag.field().map(TagField::ape).orElseGet(() -> key(tag.name()));
            item(items, key, TEXT, tag.separatedByZeros().getBytes(StandardCharsets.UTF_8));
        }
        cover.ifPresent(picture -> item(items, COVER_KEY, BINARY, picture(picture)));
        int count = grouped.size() + (cover.isPresent() ? 1 : 0);

        ByteArrayOutputStream tag = new ByteArrayOutputStream();
        tag.writeBytes(frame(items.size(), count, HAS_HEADER | IS_HEADER));
        tag.writeBytes(items.toByteArray());
        tag.writeBytes(frame(items.size(), count, HAS_HEADER));
        return tag.toByteArray();
    }

    /** The header or footer. */
    private static byte[] frame(int itemBytes, int count, int flags) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("APETAGEX".getBytes(StandardCharsets.US_ASCII))
                .putInt(VERSION)
                .putInt(itemBytes + HEADER_BYTES)
                .putInt(count)
                .putInt(flags)
                .array();
    }

    private static void item(ByteArrayOutputStream items, String key, int flags, byte[] value) {
        items.writeBytes(ByteBuffer.allocate(2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value.length)
                .putInt(flags)
                .array());
        items.writeBytes((key + "\0").getBytes(StandardCharsets.US_ASCII));
        items.writeBytes(value);
    }

    /** A name as a key, which has 2 to 255 printable ASCII characters; what it may not have becomes an underscore. */
    private static String key(String name) {
        String key = name.replaceAll("[^\\x20-\\x7e]", "_");
        if (key.length() > 255) {
            return key.substring(0, 255);
        }
        return key.length() < 2 || FORBIDDEN.contains(key.toUpperCase(Locale.ROOT)) ? key + "__" : key;
    }

    private static byte[] picture(CoverPicture cover) {
        String type = cover.mediaType();
        String fileName =
                COVER_KEY + "." + type.substring(type.indexOf('/') + 1).replace("jpeg", "jpg") + "\0";
        byte[] name = fileName.getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = cover.bytes();
        return ByteBuffer.allocate(name.length + bytes.length)
                .put(name)
                .put(bytes)
                .array();
    }
}
