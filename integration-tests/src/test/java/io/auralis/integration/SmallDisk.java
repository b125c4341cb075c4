package io.auralis.integration;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of 64 MB that is filled and emptied: a file system of its own, in memory. Who may not mount one gets the same
 * from the broker's point of view by a limit on the size of files (setrlimit, RLIMIT_FSIZE) while the disk is "full".
 */
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "size=64m";
    private static final int BLOCK_BYTES = 64 * 1024;

    private final Path place;
    private final boolean mounted;

    private SmallDisk(Path place, boolean mounted) {
        this.place = place;
        this.mounted = mounted;
    }

    static SmallDisk at(Path place) throws Exception {
        Files.createDirectories(place);
        return new SmallDisk(place, run("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", place.toString()));
    }

    /** Whether it is a file system of its own. */
    boolean isMounted() {
        return mounted;
    }

    /** Leaves no room for the process. */
    void fill(long pid) throws Exception {
        if (!mounted) {
            run("prlimit", "--pid", Long.toString(pid), "--fsize=1:");
            return;
        }
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(new byte[BLOCK_BYTES]);
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }

    /** Makes room again; a process that was limited stays so until it is started anew. */
    void empty() throws IOException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() {
        return place.resolve("ballast");
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Override
    public void close() throws Exception {
        if (mounted) {
            run("umount", place.toString());
        }
    }
}
