package io.auralis.agent.batch;

import io.auralis.agent.home.Causes;
import io.auralis.engine.media.ForeignName;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the tracks of a batch, in the order of their names, so that two runs see the same. */
public final class BatchFiles {
    /** What the name of a master of ours ends with. */
    public static final String MASTERED = TrackNames.MASTERED;

    private final @Nullable Path outputFolder;
    private final UnaryOperator<String> outputName;
    private final List<BatchItem> items = new ArrayList<>();

    private BatchFiles(@Nullable Path outputFolder, UnaryOperator<String> outputName) {
        this.outputFolder = outputFolder;
        this.outputName = outputName;
    }

    /**
     * The tracks under folders, and the files named. Of a folder the audio files at any depth are taken, but no master of
     * ours and nothing that is hidden.
     *
     * @param outputFolder where the masters go, each at its track's place under its folder; null for beside the tracks
     * @param outputName from a track's name to its master's
     * @throws IllegalArgumentException if an input does not exist, or a folder cannot be read
     */
    public static List<BatchItem> of(List<Path> inputs, @Nullable Path outputFolder, UnaryOperator<String> outputName) {
        BatchFiles files = new BatchFiles(outputFolder, outputName);
        for (Path input : inputs) {
            if (Files.isDirectory(input)) {
                files.addFolder(input);
            } else if (Files.notExists(input) && ForeignName.complaint(input).isEmpty()) {
                // A mistyped name is told before an hour of work rather than after.
                throw new IllegalArgumentException(input + " does not exist.");
            } else {
                files.add(input, Path.of(""));
            }
        }
        return files.items;
    }

    private void addFolder(Path folder) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) throws IOException {
                    boolean skipped = !at.equals(folder) && (TrackNames.isHidden(at) || isOutputFolder(at));
                    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && !TrackNames.isHidden(file) && TrackNames.isTrack(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + folder + ": " + Causes.sentence(e) + ".", e);
        }
        found.stream().sorted().forEach(file -> {
            Path within = folder.relativize(file).getParent();
            add(file, within == null ? Path.of("") : within);
        });
    }

    private boolean isOutputFolder(Path at) throws IOException {
        return outputFolder != null && Files.exists(outputFolder) && Files.isSameFile(at, outputFolder);
    }

    private void add(Path input, Path within) {
        // A name that is no text gives none to a master. Whoever takes the item up finds the name as it is here.
        Path output = ForeignName.complaint(input).isPresent() ? input : output(input, within);
        items.add(new BatchItem(input, output, within));
    }

    private Path output(Path input, Path within) {
        String name = outputName.apply(String.valueOf(input.getFileName()));
        return outputFolder == null
                ? input.resolveSibling(name)
                : outputFolder.resolve(within).resolve(name);
    }
}
