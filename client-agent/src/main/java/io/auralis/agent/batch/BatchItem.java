package io.auralis.agent.batch;

import java.nio.file.Path;

/**
 * One track of a batch.
 *
 * @param input the file
 * @param output where its master goes
 * @param within from the folder that was named to the track's own; empty for a file that was named
 */
public record BatchItem(Path input, Path output, Path within) {}
