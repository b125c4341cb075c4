package io.auralis.agent.mirror;

import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Changes of a folder and all below it, as the operating system tells them. It may have too few watches for all folders, or
 * none at all on a network drive: therefore who waits here also looks without being told.
 */
public final class FolderChanges implements Changes, AutoCloseable {
    private final Path folder;
    private final WatchService service;

    /** @throws HomeException if the system has no way to tell */
    public FolderChanges(Path folder) {
        this.folder = folder;
        try {
            this.service = folder.getFileSystem().newWatchService();
        } catch (IOException e) {
            throw new HomeException("Cannot watch " + folder + ": " + Causes.sentence(e) + ".", e);
        }
        register();
    }

    /** Registering a folder again changes nothing, so that new ones need not be told apart. */
    private void register() {
        try {
            // Links are followed, since what they lead to is mastered too.
            Set<FileVisitOption> following = EnumSet.of(FileVisitOption.FOLLOW_LINKS);
            Files.walkFileTree(folder, following, Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) throws IOException {
                    at.register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // Too many folders, or the folder is away just now: then the looks without being told must do.
            return;
        }
    }

    @Override
    public boolean await(Duration most) {
        try {
            WatchKey key = service.poll(most.toMillis(), TimeUnit.MILLISECONDS);
            for (; key != null; key = service.poll()) {
                key.pollEvents();
                key.reset();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        register();
        return true;
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new HomeException("Cannot stop watching " + folder + ": " + Causes.sentence(e) + ".", e);
        }
    }
}
