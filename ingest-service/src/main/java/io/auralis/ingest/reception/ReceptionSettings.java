package io.auralis.ingest.reception;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is taken in at once. */
@ConfigMapping(prefix = "auralis.ingest.reception")
interface ReceptionSettings {
    /**
     * Time for a body to come whole; a client that is slower is let go. The longest body needs 1.7 Mbit/s, a single report
     * fits one packet.
     */
    @WithDefault("10s")
    Duration readTimeout();

    /**
     * Requests worked on at once; each other is refused at once. At 10,000 requests a second, 512 wait 50 ms for their
     * turn; beyond half of it, 256, who does not wait is refused first.
     */
    @WithDefault("512")
    int requestsInFlight();

    /**
     * Bytes of bodies held at once, decoded. Reports in memory need about three times their bytes, so that a heap of 256 MB
     * is far from full; eight of the longest bodies, or eighteen thousand single reports.
     */
    @WithDefault("16M")
    MemorySize bytesInFlight();

    /** Threads that read and decide; they wait for nothing while the broker answers, but for a lookup some milliseconds. */
    @WithDefault("32")
    int workers();
}
