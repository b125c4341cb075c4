package io.auralis.engine.media;

import java.nio.file.Path;

/**
 * Looks into files: {@link MediaFile#of} in this process, {@code ContainedDecoder} in one that a hostile file may take down.
 */
@FunctionalInterface
public interface MediaReader {
    /** @throws MediaException (BAD_INPUT) if the file is none that can be read */
    MediaFile read(Path file);
}
