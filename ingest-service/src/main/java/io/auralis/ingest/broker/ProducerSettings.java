package io.auralis.ingest.broker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How long a request may wait for the broker. Together they keep the answer "unavailable" to about a second: either the
 * producer knows no broker, and refuses after {@link #maxBlock()}, or it knows one that does not answer, and gives up
 * after {@link #deliveryTimeout()}.
 */
@ConfigMapping(prefix = "auralis.ingest.producer")
interface ProducerSettings {
    /** How long handing over a record may wait for metadata or memory. */
    @WithDefault("400ms")
    Duration maxBlock();

    /**
     * How long a record may wait for its acknowledgement, retries included; a healthy broker needs milliseconds. With the
     * way there and back the answer "unavailable" is to come within a second.
     */
    @WithDefault("800ms")
    Duration deliveryTimeout();

    /** How long a record waits for others to share a request with: a few percent of the latency, most of the rate. */
    @WithDefault("5ms")
    Duration linger();
}
