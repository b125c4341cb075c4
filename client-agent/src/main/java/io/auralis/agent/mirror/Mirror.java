package io.auralis.agent.mirror;

import io.auralis.agent.batch.BatchItem;
import io.auralis.agent.batch.BatchJournal;
import io.auralis.agent.batch.TrackNames;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The folder of masters. Of what is in it only those are ever deleted that the journal says were made for it. */
public final class Mirror {
    private final Path folder;
    private final BatchJournal journal;

    /** Those whose track was gone at the last look. */
    private Set<Path> orphans = Set.of();

    public Mirror(Path folder, BatchJournal journal) {
        this.folder = folder.toAbsolutePath().normalize();
        this.journal = journal;
    }

    /**
     * Deletes the masters whose tracks are gone by two looks in a row, and folders that are empty then. Nothing is deleted
     * while there is no track at all: that is a disk that was taken off far more often than an emptied collection.
     *
     * @param items all tracks that are there
     * @return what was deleted
     * @throws HomeException if the folder cannot be read or changed
     */
    public List<Path> prune(List<BatchItem> items) {
        if (items.isEmpty() || !Files.isDirectory(folder)) {
            return List.of();
        }
        Set<Path> expected = items.stream()
                .map(item -> item.output().toAbsolutePath().normalize())
                .collect(Collectors.toSet());
        Set<Path> gone = new HashSet<>();
        List<Path> deleted = new ArrayList<>();
        try {
            for (Path master : masters()) {
                if (!expected.contains(master) && journal.isOurs(new BatchItem(master, master, Path.of("")))) {
                    if (orphans.contains(master)) {
                        Files.deleteIfExists(master);
                        deleteEmpty(master.getParent());
                        deleted.add(master);
                    } else {
                        gone.add(master);
                    }
                }
            }
        } catch (IOException e) {
            throw new HomeException("Cannot change " + folder + ": " + Causes.sentence(e) + ".", e);
        }
        orphans = gone;
        return deleted;
    }

    /** Whether a next look may delete something. */
    public boolean waits() {
        return !orphans.isEmpty();
    }

    private List<Path> masters() throws IOException {
        List<Path> masters = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (TrackNames.isAudio(file) && TrackNames.isMaster(file)) {
                    masters.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return masters;
    }

    private void deleteEmpty(@Nullable Path at) throws IOException {
        for (Path one = at; one != null && one.startsWith(folder) && !one.equals(folder); one = one.getParent()) {
            try {
                Files.deleteIfExists(one);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }
}
