package io.auralis.agent.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a batch is worked on. */
final class BatchOptions {
    @Option(
            names = "--output-dir",
            paramLabel = "FOLDER",
            description = "Where the masters of a batch go, in folders as the tracks'; default: beside them.")
    private @Nullable Path outputFolder;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Tracks worked on at a time; default: as many as there are cores.")
    private @Nullable Integer jobs;

    @Option(
            names = "--album",
            description =
                    "The tracks belong together: one tone and one gain for all, so that they keep their distances.")
    private boolean album;

    /** Whether these inputs and options are a batch rather than one track. */
    boolean isBatch(List<Path> inputs) {
        return isSeveral(inputs) || option().isPresent();
    }

    /** @throws IllegalArgumentException if there is an output, with what makes it a batch where that is not the inputs */
    void requireNoOutput(@Nullable Path output, List<Path> inputs) {
        if (output == null) {
            return;
        }
        Optional<String> option = isSeveral(inputs) ? Optional.empty() : option();
        throw new IllegalArgumentException(option.map(
                        name -> "--output takes one track, and " + name + " makes it a batch; leave one of them out.")
                .orElse("--output takes one track; a batch has --output-dir."));
    }

    private static boolean isSeveral(List<Path> inputs) {
        return inputs.size() > 1 || inputs.stream().anyMatch(Files::isDirectory);
    }

    /** The option that makes one track a batch. */
    private Optional<String> option() {
        if (outputFolder != null) {
            return Optional.of("--output-dir");
        }
        if (jobs != null) {
            return Optional.of("--jobs");
        }
        return album ? Optional.of("--album") : Optional.empty();
    }

    boolean isAlbum() {
        return album;
    }

    @Nullable
    Path outputFolder() {
        return outputFolder;
    }

    /** The folders that a batch works on, absolute. */
    Set<Path> folders(List<Path> inputs) {
        Set<Path> folders = new TreeSet<>();
        for (Path input : inputs) {
            Path absolute = input.toAbsolutePath().normalize();
            Path parent = absolute.getParent();
            folders.add(Files.isDirectory(input) || parent == null ? absolute : parent);
        }
        if (outputFolder != null) {
            folders.add(outputFolder.toAbsolutePath().normalize());
        }
        return folders;
    }

    int jobs() {
        return jobs(jobs);
    }

    /** @param jobs what {@code --jobs} says; null where it was not given */
    static int jobs(@Nullable Integer jobs) {
        if (jobs == null) {
            return Runtime.getRuntime().availableProcessors();
        }
        if (jobs < 1) {
            throw new IllegalArgumentException("--jobs must be 1 or more but is " + jobs + ".");
        }
        return jobs;
    }
}
