package io.auralis.engine.media;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSink;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;

/** Files that we wrote, with tags and a cover, and what can be read from them. */
public final class TaggedFile {
    /** One of each meaning, as FLAC names them: the names that most music comes with. */
    public static final List<Tag> TAGS = List.of(
            new Tag("TITLE", "Ünïcode – 歌"),
            new Tag("ARTIST", "One"),
            new Tag("ALBUM", "Record"),
            new Tag("ALBUMARTIST", "Various"),
            new Tag("COMPOSER", "Nobody"),
            new Tag("GENRE", "Doom Metal"),
            new Tag("TRACKNUMBER", "3/12"),
            new Tag("DISCNUMBER", "1/2"),
            new Tag("DATE", "2026-11-25"),
            new Tag("ISRC", "DEA123456789"),
            new Tag("PUBLISHER", "A Label"),
            new Tag("COPYRIGHT", "2026 A Label"),
            new Tag("COMMENT", "two\nlines"),
            new Tag("BPM", "172"),
            new Tag("MUSICBRAINZ_TRACKID", "0f1e2d3c"),
            new Tag("My own tag", "kept, letter for letter"));

    private TaggedFile() {}

    public static CoverPicture cover() {
        return new CoverPicture(avcodec.AV_CODEC_ID_PNG, 16, 16, Pictures.png());
    }

    /** Writes {@code out} with the format's extension and 16 bits, replacing what is there. */
    public static Path write(
            Path folder, OutputFormat format, MemoryTrack track, List<Tag> tags, Optional<CoverPicture> cover) {
        Path file = folder.resolve("out." + format.extension());
        OutputSpec spec = new OutputSpec(format, track.format(), 16, 0, tags, cover);
        try (AudioSink sink = MediaWriter.open(file, spec);
                AudioSource source = track.open()) {
            AudioBlock block = new AudioBlock(track.format().channels(), 1_000);
            while (source.read(block)) {
                sink.write(block);
            }
            sink.finish();
        }
        return file;
    }

    /** Without the version of the encoder, which every MP3 file has in its first frame. */
    static List<Tag> tags(Path file) {
        return MediaFile.of(file).info().tags().stream()
                .filter(tag -> !tag.describesSamples())
                .toList();
    }

    /** Values by meaning, since each tag system has its own names. */
    static Map<String, String> meanings(List<Tag> tags) {
        Map<String, String> meanings = new HashMap<>();
        tags.forEach(tag -> meanings.put(meaning(tag), tag.value()));
        return meanings;
    }

    static String meaning(Tag tag) {
        return TagField.of(tag.name()).map(TagField::toString).orElse(tag.name());
    }
}
