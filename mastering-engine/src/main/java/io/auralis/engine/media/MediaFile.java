package io.auralis.engine.media;

import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import java.nio.file.Path;

/**
 * An audio file to read: FLAC, WAV, AIFF, WavPack, MP3, Ogg Vorbis, Opus, or AAC and ALAC in M4A. Its samples come at the file's own
 * rate, full scale ±1.0; a lossy coding may exceed that.
 */
public final class MediaFile implements AudioTrack {
    private final MediaInfo info;
    private final AudioTrack samples;

    private MediaFile(MediaInfo info, AudioTrack samples) {
        this.info = info;
        this.samples = samples;
    }

    /** A file that was looked into elsewhere. */
    public static MediaFile of(MediaInfo info, AudioTrack samples) {
        return new MediaFile(info, samples);
    }

    /**
     * Looks into a file, in this process: right for files of our own making, and within {@code ContainedDecoder}, which is
     * for all others.
     *
     * @throws MediaException (BAD_INPUT) if it is missing, a folder, empty, damaged, or holds no audio of a kind, a rate
     *     (8,000 to 384,000 Hz) and a number of channels (1 to 8) that we read
     */
    public static MediaFile of(Path path) {
        try (Demuxer demuxer = new Demuxer(path)) {
            return new MediaFile(demuxer.info(), () -> new DecodedSource(path));
        }
    }

    public MediaInfo info() {
        return info;
    }

    /** @throws MediaException (BAD_INPUT) as {@link #of} does, and later from reading if the file proves damaged */
    @Override
    public AudioSource open() {
        return samples.open();
    }
}
