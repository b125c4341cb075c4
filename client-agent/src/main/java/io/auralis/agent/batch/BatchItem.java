package io.auralis.agent.batch;

import java.nio.file.Path;

/**
 * One track of a batch.
 *
 * @param input the file
 * @param output where its master goes
 */
public record BatchItem(Path input, Path output) {}
