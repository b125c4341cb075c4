package io.auralis.ingest.broker;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Whether the last that was heard of the broker was a failure; logs each change once, however many requests notice. */
final class Availability {
    private static final Logger LOG = Logger.getLogger(Availability.class);

    private final AtomicBoolean away = new AtomicBoolean();

    void failed(Throwable cause) {
        if (away.compareAndSet(false, true)) {
            LOG.warnf("broker unavailable error=%s", cause.getClass().getName());
        }
    }

    /** A record was acknowledged: nothing less shows that the next one would be. */
    void worked() {
        if (away.compareAndSet(true, false)) {
            LOG.info("broker available");
        }
    }

    boolean away() {
        return away.get();
    }
}
