package io.auralis.ingest.keys;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Rings for tests of other packages. */
public final class KeyRings {
    private KeyRings() {}

    /** With its keys read: a key issues for 30 days and verifies for 60 more. */
    public static KeyRing in(Path folder, Clock clock) {
        KeyRing ring =
                new KeyRing(new KeyFolder(folder, new SecureRandom()), Duration.ofDays(30), Duration.ofDays(60), clock);
        ring.refresh();
        return ring;
    }
}
