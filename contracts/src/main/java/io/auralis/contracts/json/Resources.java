package io.auralis.contracts.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that this library carries. */
final class Resources {
    private Resources() {}

    /** @throws IllegalStateException if this build lacks the file */
    static byte[] read(String path) {
        try (InputStream in = Resources.class.getResourceAsStream("/io/auralis/contracts/" + path)) {
            if (in == null) {
                throw new IllegalStateException("missing from this build: " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
