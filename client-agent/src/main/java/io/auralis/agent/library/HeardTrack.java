package io.auralis.agent.library;

import io.auralis.contracts.fingerprint.Fingerprint;

/**
 * What hearing a file found out about its content.
 *
 * @param sha256 of the file's bytes, 64 hex digits
 * @param fingerprint all 25 dimensions
 * @param seconds its length as its file states it, 0 where it does not
 * @param title from its tags, empty where it has none; so are artist and album
 */
public record HeardTrack(
        String sha256, Fingerprint fingerprint, double seconds, String title, String artist, String album) {}
