package io.auralis.benchmarks.load;

import java.nio.file.Path;

/**
 * One run of a client.
 *
 * @param url that every request is a POST to
 * @param contentType of the bodies
 * @param bodies file of them, by {@code BodyFile}
 * @param connections kept open and busy, 1 or more
 * @param seconds the run takes, 1 or more
 */
public record Load(String url, String contentType, Path bodies, int connections, int seconds) {
    public Load {
        if (connections < 1 || seconds < 1) {
            throw new IllegalArgumentException(
                    "a load needs connections and seconds but has " + connections + " and " + seconds);
        }
    }
}
