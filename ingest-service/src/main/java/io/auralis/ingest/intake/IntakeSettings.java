package io.auralis.ingest.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the service takes from one request. */
@ConfigMapping(prefix = "auralis.ingest.intake")
interface IntakeSettings {
    /** Longest body: 500 submissions have at most 1.2 MB in canonical form, the rest is for other layouts. */
    @WithDefault("2M")
    MemorySize bodyLimit();

    /** Submissions in one batch; more would make one request wait for too much at once. */
    @WithDefault("500")
    int batchLimit();

    /** What a client is told to wait when the broker is away: about as long as a broker's restart. */
    @WithDefault("10s")
    Duration retryAfter();

    /** Months before the current one of which a report is believed; see {@code ReportWindow.MONTHS_BACK}. */
    @WithDefault("3")
    int monthsBack();

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
