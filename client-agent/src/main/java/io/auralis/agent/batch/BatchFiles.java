package io.auralis.agent.batch;

import io.auralis.agent.home.Causes;
import io.auralis.engine.media.ForeignName;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds the tracks of a batch, in the order of their names, so that two runs see the same. */
public final class BatchFiles {
    /** What the name of a master of ours ends with. */
    public static final String MASTERED = TrackNames.MASTERED;

    private static final Set<FileVisitOption> FOLLOWING = EnumSet.of(FileVisitOption.FOLLOW_LINKS);

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
     * <p>Links are followed; one that leads back up is not entered. A file that several paths of a folder lead to is one
     * track: where it lies, if that is in the folder, or else at the first link by name. A file that is named is always one.
     * A link that leads nowhere is a track, which nobody can read.
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
        try {
            for (Path file : eachOnce(folder, tracks(folder))) {
                Path within = folder.relativize(file).getParent();
                add(file, within == null ? Path.of("") : within);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("Cannot read " + folder + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private List<Path> tracks(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(folder, FOLLOWING, Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) throws IOException {
                boolean skipped = !at.equals(folder) && (TrackNames.isHidden(at) || isOutputFolder(at));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path at, BasicFileAttributes attributes) {
                // Of a link that leads nowhere the attributes are its own.
                boolean file = attributes.isRegularFile() || attributes.isSymbolicLink();
                if (file && !TrackNames.isHidden(at) && TrackNames.isTrack(at)) {
                    found.add(at);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path at, IOException e) throws IOException {
                if (e instanceof FileSystemLoopException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return found;
    }

    /** Of the paths that lead to the same file the one without links, or else the first; sorted. */
    private static List<Path> eachOnce(Path folder, List<Path> found) throws IOException {
        Path real = folder.toRealPath();
        Map<Path, Path> paths = new HashMap<>();
        for (Path path : found.stream().sorted().toList()) {
            Path file = Files.exists(path) ? path.toRealPath() : path;
            if (file.equals(real.resolve(folder.relativize(path)))) {
                paths.put(file, path);
            } else {
                paths.putIfAbsent(file, path);
            }
        }
        return paths.values().stream().sorted().toList();
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
