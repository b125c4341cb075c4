package io.auralis.agent.scan;

import io.auralis.agent.batch.TrackNames;
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
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What lies under some folders. Links are followed, each file is found once however many lead to it, and a link that leads
 * back up is reported and not entered. Hidden files and masters of ours are left out; what cannot be read stops nothing.
 */
final class MusicFolders {
    private final TreeSet<Path> tracks = new TreeSet<>();
    private final List<Unheard> unread = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /** @throws IllegalArgumentException if a folder or file that was named does not exist */
    MusicFolders(List<Path> roots) {
        for (Path root : roots) {
            if (Files.notExists(root)) {
                throw new IllegalArgumentException(ForeignName.complaint(root).orElse(root + " does not exist."));
            }
            walk(root);
        }
    }

    /** Audio by their names, without links, sorted. */
    List<Path> tracks() {
        return List.copyOf(tracks);
    }

    /** Files and folders that could not be entered, with the reason. */
    List<Unheard> unread() {
        return List.copyOf(unread);
    }

    /** Files that are no audio by their names. */
    List<String> others() {
        return List.copyOf(others);
    }

    private void walk(Path root) {
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Visitor(root));
        } catch (IOException e) {
            unread.add(new Unheard(root.toString(), Causes.sentence(e)));
        }
    }

    private void file(Path file, boolean regular) {
        if (TrackNames.isHidden(file) || (TrackNames.isAudio(file) && TrackNames.isMaster(file))) {
            return;
        }
        Optional<String> foreign = ForeignName.complaint(file);
        if (foreign.isPresent()) {
            // The library knows files by their names' text.
            unread.add(new Unheard(file.toString(), foreign.get()));
        } else if (!regular) {
            unread.add(new Unheard(file.toString(), "no regular file"));
        } else if (TrackNames.isTrack(file)) {
            try {
                tracks.add(file.toRealPath());
            } catch (IOException e) {
                unread.add(new Unheard(file.toString(), Causes.sentence(e)));
            }
        } else {
            others.add(file.toString());
        }
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return TrackNames.isHidden(folder) && !folder.equals(root)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            file(file, attributes.isRegularFile());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            String reason = e instanceof FileSystemLoopException ? "a link that leads back up" : Causes.sentence(e);
            unread.add(new Unheard(file.toString(), reason));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            if (e != null) {
                unread.add(new Unheard(folder.toString(), Causes.sentence(e)));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
