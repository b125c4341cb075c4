package io.auralis.agent.report;

import io.auralis.agent.home.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The file that a page is written to. */
public final class ReportFile {
    /** What its name ends with. */
    public static final String EXTENSION = ".html";

    private ReportFile() {}

    /**
     * Says before the work whether the page can be written after it.
     *
     * @param input the track, which is no place for its report
     * @param force whether a file that is there may be overwritten
     * @throws IllegalArgumentException in one sentence, if not
     */
    public static void require(Path file, Path input, boolean force) {
        // A song that stands where the file should be named is never overwritten, whatever is forced.
        if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(EXTENSION)) {
            throw new IllegalArgumentException(
                    "A report is a page of HTML; " + file + " does not end with " + EXTENSION + ".");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The report cannot be written: there is no folder " + folder + ".");
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalArgumentException("The report cannot be written: " + folder + " lets nothing be written.");
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("The report cannot be written: " + file + " is a folder.");
        }
        if (same(file, input)) {
            throw new IllegalArgumentException(file + " is the input itself, which is never overwritten.");
        }
        if (!force && Files.exists(file)) {
            throw new IllegalArgumentException(file + " is there already; add --force to overwrite it.");
        }
    }

    /**
     * Writes a page; it is there whole or not at all.
     *
     * @throws io.auralis.agent.home.HomeException if the folder or the disk refuses
     */
    public static void write(Path file, String page) {
        AtomicFile.write(file, page.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            // What cannot be looked at cannot be mastered either, and that will say why.
            return false;
        }
    }
}
