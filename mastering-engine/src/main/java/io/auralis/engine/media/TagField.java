package io.auralis.engine.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a tag may mean that the tag systems have a place of its own for, with that place's name in each: the frame of
 * ID3v2.4 (id3.org), the key of APEv2 and the item of an MP4 file's list. A tag of another meaning keeps its own name.
 */
enum TagField {
    TITLE("TIT2", "Title", "\u00a9nam", "title"),
    ARTIST("TPE1", "Artist", "\u00a9ART", "artist"),
    ALBUM("TALB", "Album", "\u00a9alb", "album"),
    ALBUM_ARTIST("TPE2", "Album Artist", "aART", "album_artist", "albumartist", "album artist"),
    COMPOSER("TCOM", "Composer", "\u00a9wrt", "composer"),
    GENRE("TCON", "Genre", "\u00a9gen", "genre"),
    TRACK("TRCK", "Track", "trkn", "track", "tracknumber"),
    DISC("TPOS", "Disc", "disk", "disc", "discnumber"),
    DATE("TDRC", "Year", "\u00a9day", "date", "year"),
    ISRC("TSRC", "ISRC", "", "isrc", "tsrc"),
    PUBLISHER("TPUB", "Publisher", "", "publisher", "tpub"),
    COPYRIGHT("TCOP", "Copyright", "cprt", "copyright"),
    COMMENT("COMM", "Comment", "\u00a9cmt", "comment", "description"),
    BPM("TBPM", "BPM", "tmpo", "bpm", "tbpm", "tmpo");

    private final String id3;
    private final String ape;
    private final String mp4;
    private final List<String> names;

    TagField(String id3, String ape, String mp4, String... names) {
        this.id3 = id3;
        this.ape = ape;
        this.mp4 = mp4;
        this.names = List.of(names);
    }

    /** The field that a tag of this name means, whichever container the name is from. */
    static Optional<TagField> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.names.contains(lower))
                .findFirst();
    }

    String id3() {
        return id3;
    }

    String ape() {
        return ape;
    }

    /** Four characters of Latin-1, or empty where MP4 has no item for it. */
    String mp4() {
        return mp4;
    }
}
