package io.auralis.engine.media;

import java.nio.file.Path;
import java.util.Locale;

/** The containers that we write, both lossless. */
public enum OutputFormat {
    FLAC("flac"),
    WAV("wav");

    private final String extension;

    OutputFormat(String extension) {
        this.extension = extension;
    }

    /** Also FFmpeg's name of the muxer. */
    public String extension() {
        return extension;
    }

    /** @throws MediaException (BAD_INPUT) if the file name ends in neither .flac nor .wav */
    public static OutputFormat of(Path output) {
        String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
        for (OutputFormat format : values()) {
            if (name.endsWith("." + format.extension)) {
                return format;
            }
        }
        throw new MediaException(
                MediaException.Kind.BAD_INPUT,
                output.getFileName() + " cannot be written: an output file's name must end in .flac or .wav.");
    }
}
