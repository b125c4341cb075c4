package io.auralis.engine.media;

import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import java.nio.file.Path;

/**
 * An audio file to read: FLAC, WAV, AIFF, WavPack, MP3, Ogg Vorbis, Opus, or AAC and ALAC in M4A. Its samples come at the file's own
 * rate, full scale ±1.0; a lossy coding may exceed that.
 */
public final class MediaFile implements AudioTrack {
    private final Path path;
    private final MediaInfo info;

    private MediaFile(Path path, MediaInfo info) {
        this.path = path;
        this.info = info;
    }

    /**
     * Looks into a file.
     *
     * @throws MediaException (BAD_INPUT) if it is missing, a folder, empty, damaged, or holds no audio of a kind, a rate
     *     (8,000 to 384,000 Hz) and a number of channels (1 to 8) that we read
     */
    public static MediaFile of(Path path) {
        try (Demuxer demuxer = new Demuxer(path)) {
            return new MediaFile(path, demuxer.info());
        }
    }

    public MediaInfo info() {
        return info;
    }

    /** @throws MediaException (BAD_INPUT) as {@link #of} does, and later from reading if the file proves damaged */
    @Override
    public AudioSource open() {
        return new DecodedSource(path);
    }
}
