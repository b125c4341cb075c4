package io.auralis.agent.mirror;

import java.time.Duration;

/** Tells when it is worth looking again. */
@FunctionalInterface
public interface Changes {
    /**
     * Waits until something under the folder changed, or for so long.
     *
     * @return whether to look again; false to stop
     */
    boolean await(Duration most);
}
