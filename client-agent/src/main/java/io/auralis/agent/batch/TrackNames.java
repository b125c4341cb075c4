package io.auralis.agent.batch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a file's name tells: whether it is a track at all, and whether it is a master of ours. */
public final class TrackNames {
    /** What the name of a master of ours ends with. */
    public static final String MASTERED = " (Auralis)";

    private static final Set<String> EXTENSIONS =
            Set.of("flac", "wav", "aif", "aiff", "wv", "mp3", "ogg", "oga", "opus", "m4a");

    private TrackNames() {}

    /** Whether a batch or a scan of its folder takes it: audio by its extension, and no master of ours. */
    public static boolean isTrack(Path file) {
        return isAudio(file) && !isMaster(file);
    }

    /** Whether it is audio by its extension. */
    public static boolean isAudio(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether it is called as our masters are. */
    public static boolean isMaster(Path file) {
        String name = name(file);
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.substring(0, dot).endsWith(MASTERED);
    }

    /** Whether it, or a folder, is hidden. */
    public static boolean isHidden(Path path) {
        return name(path).startsWith(".");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
