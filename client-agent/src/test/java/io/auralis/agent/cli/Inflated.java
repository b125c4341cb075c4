package io.auralis.agent.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;

/** What a loose Git object holds, so that a test can look into it. */
final class Inflated {
    private Inflated() {}

    /** @return the content; nothing if the bytes are not compressed that way */
    static byte[] of(byte[] bytes) {
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            return inflater.readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
