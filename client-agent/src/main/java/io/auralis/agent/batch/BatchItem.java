package io.auralis.agent.batch;

import io.auralis.engine.media.ForeignName;
import java.nio.file.Path;

/**
 * One track of a batch.
 *
 * @param input the file
 * @param output where its master goes; the file itself where its name gives a master none
 * @param within from the folder that was named to the track's own; empty for a file that was named
 */
public record BatchItem(Path input, Path output, Path within) {
    /** @throws IllegalArgumentException in one sentence, if the file's name gives its master none */
    public void requireName() {
        ForeignName.complaint(input).ifPresent(complaint -> {
            throw new IllegalArgumentException(complaint);
        });
    }
}
