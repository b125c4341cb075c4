package io.auralis.engine.media;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of file that we write: a container with one coding in it. */
public enum OutputFormat {
    FLAC("flac", "flac"),
    WAV("wav", "wav"),
    AIFF("aiff", "aiff"),
    ALAC("m4a", "ipod"),
    WAVPACK("wv", "wv");

    private final String extension;
    private final String muxer;

    OutputFormat(String extension, String muxer) {
        this.extension = extension;
        this.muxer = muxer;
    }

    public String extension() {
        return extension;
    }

    /** FFmpeg's name of the container's writer. */
    String muxer() {
        return muxer;
    }

    /** @throws MediaException (BAD_INPUT) if the file name ends in none of the extensions */
    public static OutputFormat of(Path output) {
        return of(output, Optional.empty());
    }

    /**
     * The format that a file's name asks for.
     *
     * @param chosen which of those that share an extension; empty for the usual one
     * @throws MediaException (BAD_INPUT) if the file name ends in none of the extensions, or not in the chosen one's
     */
    public static OutputFormat of(Path output, Optional<OutputFormat> chosen) {
        List<OutputFormat> named = Arrays.stream(values())
                .filter(format -> format.extension.equals(extension(output)))
                .toList();
        if (named.isEmpty()) {
            throw refused(output, "an output file's name must end in " + extensions() + ".");
        }
        OutputFormat format = chosen.orElse(named.get(0));
        if (!named.contains(format)) {
            throw refused(output, format + " goes into a file whose name ends in ." + format.extension + ".");
        }
        return format;
    }

    private static String extension(Path output) {
        String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return extension.equals("aif") ? AIFF.extension : extension;
    }

    private static String extensions() {
        Set<String> all = new LinkedHashSet<>();
        for (OutputFormat format : values()) {
            all.add("." + format.extension);
        }
        List<String> listed = List.copyOf(all);
        int last = listed.size() - 1;
        return String.join(", ", listed.subList(0, last)) + " or " + listed.get(last);
    }

    private static MediaException refused(Path output, String why) {
        return new MediaException(MediaException.Kind.BAD_INPUT, output.getFileName() + " cannot be written: " + why);
    }
}
