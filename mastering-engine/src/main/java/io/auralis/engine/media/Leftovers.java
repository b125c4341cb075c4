package io.auralis.engine.media;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What killed processes left of outputs that were not finished. */
public final class Leftovers {
    static final String SUFFIX = ".part";

    private Leftovers() {}

    /**
     * Deletes the unfinished files of a folder that no living process writes. A folder that is not there has none.
     *
     * @return how many
     * @throws MediaException (OUTPUT_FAILED) if the folder refuses
     */
    public static int deleteIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        int deleted = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PartOwner.BEGINNING + "*" + SUFFIX)) {
            for (Path file : files) {
                boolean orphan = PartOwner.of(String.valueOf(file.getFileName()))
                        .map(owner -> !owner.alive())
                        .orElse(false);
                deleted += orphan && Files.deleteIfExists(file) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new MediaException(
                    MediaException.Kind.OUTPUT_FAILED,
                    "What an interrupted run left in " + folder.getFileName() + " cannot be deleted.",
                    e);
        }
        return deleted;
    }
}
