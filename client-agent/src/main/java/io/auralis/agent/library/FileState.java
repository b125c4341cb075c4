package io.auralis.agent.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * A file as it is on the disk, as far as it can be told without reading it.
 *
 * @param path absolute, without links
 * @param bytes its size
 * @param modifiedNanos when it was changed, nanoseconds since 1970
 */
public record FileState(String path, long bytes, long modifiedNanos) {
    public static FileState of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileState(
                file.toString(),
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }
}
