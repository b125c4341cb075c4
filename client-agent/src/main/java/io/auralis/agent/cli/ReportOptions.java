package io.auralis.agent.cli;

import io.auralis.agent.batch.BatchItem;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.report.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a page is written of each mastering, and where. */
final class ReportOptions {
    @Option(
            names = "--report",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "FILE",
            description = "Also write an HTML page of meters, curves and reasons; of a batch, pages into this folder;"
                    + " default: beside the output.")
    private @Nullable Path report;

    boolean wanted() {
        return report != null;
    }

    /** Where one track's page goes; null where none is wanted. */
    @Nullable
    Path of(Path output) {
        Path chosen = report;
        if (chosen == null) {
            return null;
        }
        return beside(chosen) ? output.resolveSibling(pageName(output)) : chosen;
    }

    /** Where a track of a batch has its page; null where none is wanted. */
    @Nullable
    Path of(BatchItem item) {
        Path chosen = report;
        if (chosen == null) {
            return null;
        }
        return beside(chosen)
                ? item.output().resolveSibling(pageName(item.output()))
                : chosen.resolve(item.within()).resolve(pageName(item.output()));
    }

    /** Whether a track of a batch has the page that is wanted of it, or none is. */
    boolean isWritten(BatchItem item) {
        Path page = of(item);
        return page == null || Files.exists(page);
    }

    /**
     * Makes the folder that the pages of a batch go to, before the work.
     *
     * @throws IllegalArgumentException if it is a file
     * @throws HomeException if it cannot be made
     */
    void requireFolder() {
        Path folder = report;
        if (folder == null || beside(folder)) {
            return;
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("The reports of a batch go into a folder; " + folder + " is none.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + folder + ": " + Causes.sentence(e) + ".", e);
        }
        if (!Files.isWritable(folder)) {
            throw new HomeException("Cannot write to " + folder + ": permission denied.");
        }
    }

    private static boolean beside(Path chosen) {
        return chosen.toString().isEmpty();
    }

    private static String pageName(Path output) {
        String name = String.valueOf(output.getFileName());
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + ReportFile.EXTENSION;
    }
}
