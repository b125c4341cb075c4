package io.auralis.engine.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An ID3v2.4 tag (id3.org, "ID3 tag version 2.4.0") with every tag and the cover. */
final class Id3Tag {
    private static final byte UTF_8 = 3;
    private static final byte FRONT_COVER = 3;

    private Id3Tag() {}

    static byte[] of(List<Tag> tags, Optional<CoverPicture> cover) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (TagValues tag : TagValues.of(tags)) {
            String value = tag.separatedByZeros();
            String id = tag.field().map(TagField::id3).orElse("TXXX");
            switch (id) {
                // Of an unknown language ("XXX", section 4) and without a description.
                case "COMM" -> frame(frames, id, text("XXX\0" + value));
                case "TXXX" -> frame(frames, id, text(tag.name() + "\0" + value));
                default -> frame(frames, id, text(value));
            }
        }
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
