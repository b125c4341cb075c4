package io.auralis.simulator.demo;

import io.auralis.simulator.SimulationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where all of a demo is: a listener's home, a community's home and the music. The user's own homes are never touched.
 *
 * @param root a folder of the demo's own
 */
record DemoFolder(Path root) {
    private static final Set<String> SONGS = Set.of("flac", "wav", "aiff", "aif", "mp3", "ogg", "opus", "m4a");

    /** As many as there are pieces of the house band: each takes seconds to master, twice. */
    private static final int MOST_SONGS = 3;

    static DemoFolder create() {
        try {
            DemoFolder folder = new DemoFolder(Files.createTempDirectory("auralis-demo"));
            Files.createDirectory(folder.music());
            return folder;
        } catch (IOException refused) {
            throw new SimulationException("No temporary folder can be made: " + refused.getMessage() + ".", refused);
        }
    }

    Path music() {
        return root.resolve("music");
    }

    private Path listener() {
        return root.resolve("listener");
    }

    Path community() {
        return root.resolve("community");
    }

    /** What the commands are given, so that they work in this folder only. */
    Map<String, String> environment(Path jdk) {
        return Map.of(
                "AURALIS_HOME", listener().toString(),
                "AURALIS_COMMUNITY_HOME", community().toString(),
                // The launcher has built everything before it started the demo.
                "AURALIS_NO_BUILD", "1",
                "JAVA_HOME", jdk.toString());
    }

    /** Where the master of a song goes. */
    Path master(Path song, int round) {
        String name = song.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return music().resolve((dot > 0 ? name.substring(0, dot) : name) + " (master " + round + ").flac");
    }

    /** The first songs of a folder, by name. */
    static List<Path> songs(Path music) {
        try (Stream<Path> files = Files.list(music)) {
            List<Path> songs = files.filter(DemoFolder::isSong)
                    .sorted()
                    .limit(MOST_SONGS)
                    .map(Path::toAbsolutePath)
                    .toList();
            if (songs.isEmpty()) {
                throw new IllegalArgumentException(
                        "There is no FLAC, WAV, AIFF, MP3, Ogg, Opus or M4A file in " + music + ".");
            }
            return songs;
        } catch (IOException refused) {
            throw new IllegalArgumentException("Cannot list the folder " + music + ".", refused);
        }
    }

    private static boolean isSong(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && SONGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
