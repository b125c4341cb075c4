package io.auralis.ingest.broker;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Whether the last that was heard of the broker was a failure; logs each cause once an outage, however many requests notice. */
final class Availability {
    private static final Logger LOG = Logger.getLogger(Availability.class);

    /** The types of failure since the broker last worked; more than one where what follows is not what it began with. */
    private final Set<String> failures = ConcurrentHashMap.newKeySet();

    void failed(Throwable cause) {
        if (failures.add(cause.getClass().getName())) {
            LOG.warnf("broker unavailable error=%s", cause.getClass().getName());
        }
    }

    /** A record was acknowledged: nothing less shows that the next one would be. */
    void worked() {
        if (away() && forget()) {
            LOG.info("broker available");
        }
    }

    /** Whether there was something to forget, which is so for one of the requests that notice together. */
    private synchronized boolean forget() {
        boolean any = away();
        failures.clear();
        return any;
    }

    boolean away() {
        return !failures.isEmpty();
    }
}
