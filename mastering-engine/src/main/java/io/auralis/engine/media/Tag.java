package io.auralis.engine.media;

import java.util.Locale;

/**
 * One tag of a file. A name may occur more than once.
 *
 * @param name as FFmpeg names it: its generic name ({@code title}, {@code album_artist}, {@code track}) where the
 *     container's own is known to mean that, else the container's own, letter for letter
 * @param value any text
 */
public record Tag(String name, String value) {
    /**
     * Whether it states the loudness or peak of the samples it came with, or the program that wrote them. Such a tag is
     * wrong once the samples are others, so it is not carried over.
     */
    boolean describesSamples() {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("replaygain_")
                || lower.startsWith("r128_")
                || lower.startsWith("mp3gain_")
                || lower.equals("itunnorm")
                || lower.equals("itunsmpb")
                || lower.equals("encoder");
    }
}
