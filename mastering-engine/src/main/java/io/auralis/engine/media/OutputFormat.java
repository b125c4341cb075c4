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
    WAVPACK("wv", "wv"),
    /** Before ALAC: it is the usual one of an .m4a file. */
    AAC("m4a", "ipod", 256, 320),
    ALAC("m4a", "ipod"),
    MP3("mp3", "mp3", 320, 320),
    OPUS("opus", "opus", 160, 256);

    /** Below it no coding here is fit for music. */
    private static final int LEAST_KBPS = 32;

    private final String extension;
    private final String muxer;
    private final int usualKbps;
    private final int mostKbps;

    OutputFormat(String extension, String muxer) {
        this(extension, muxer, 0, 0);
    }

    OutputFormat(String extension, String muxer, int usualKbps, int mostKbps) {
        this.extension = extension;
        this.muxer = muxer;
        this.usualKbps = usualKbps;
        this.mostKbps = mostKbps;
    }

    /** Whether the samples that come out of a file are others than those that were put in. */
    public boolean lossy() {
        return usualKbps > 0;
    }

    /** Thousands of bits per second unless another number is asked for: transparent to most; 0 for a lossless format. */
    public int usualKbps() {
        return usualKbps;
    }

    /** @throws IllegalArgumentException if a lossy format cannot have that bit rate, or if a lossless one is to have any */
    public void requireBitRate(int kbps) {
        if (lossy() ? kbps < LEAST_KBPS || kbps > mostKbps : kbps != 0) {
            throw new IllegalArgumentException(
                    lossy()
                            ? this + " takes a bit rate of " + LEAST_KBPS + " to " + mostKbps + " kbit/s, not " + kbps
                            : this + " is lossless and takes no bit rate");
        }
    }

    /** @throws MediaException (OUTPUT_FAILED) if such a file has no place for the source's channels */
    public void requireChannels(MediaInfo source) {
        ChannelLayout.heldBy(this, source.format(), source.channelMask());
    }

    /** The sample rate of a file that is to hold music of this rate, Hz: the same unless the coding has no such rate. */
    int fileRateHz(int sampleRateHz) {
        return switch (this) {
            case FLAC, WAV, AIFF, WAVPACK, ALAC -> sampleRateHz;
            case MP3 -> CodedRate.nearest(sampleRateHz, CodedRate.MP3);
            case AAC -> CodedRate.nearest(sampleRateHz, CodedRate.AAC);
            case OPUS -> CodedRate.OPUS;
        };
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
        if (extension(output).equals("ogg")) {
            throw refused(
                    output, "there is no maintained Vorbis encoder; end the name in .opus for Opus, its successor.");
        }
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
