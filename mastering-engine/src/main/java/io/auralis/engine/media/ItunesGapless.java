package io.auralis.engine.media;

import java.util.List;
import java.util.OptionalLong;

/** The tag in which iTunes and its like state how much of an AAC file is music and how much the codec's padding. */
final class ItunesGapless {
    private ItunesGapless() {}

    /**
     * Frames of music: the fourth of the tag's hexadecimal fields. Of AAC only: a lossless copy of such a file may still
     * carry the tag, and counts its own samples.
     */
    static OptionalLong frames(String codec, List<Tag> tags) {
        if (!codec.equals("aac")) {
            return OptionalLong.empty();
        }
        for (Tag tag : tags) {
            if (tag.name().equalsIgnoreCase("iTunSMPB")) {
                String[] fields = tag.value().trim().split("\\s+");
                if (fields.length > 3 && fields[3].matches("[0-9A-Fa-f]{1,15}")) {
                    long frames = Long.parseLong(fields[3], 16);
                    return frames > 0 ? OptionalLong.of(frames) : OptionalLong.empty();
                }
            }
        }
        return OptionalLong.empty();
    }
}
