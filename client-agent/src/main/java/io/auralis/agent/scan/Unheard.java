package io.auralis.agent.scan;

/**
 * A file or folder that a scan could not take in.
 *
 * @param path which
 * @param reason why, in words
 */
public record Unheard(String path, String reason) {}
