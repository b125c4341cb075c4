package io.auralis.benchmarks.outage;

import java.util.List;

/**
 * What one endpoint did while the broker was away and after.
 *
 * @param target the endpoint
 * @param answers to reports sent while the broker was away, in order
 * @param readyWhileAway status of its readiness then, 0 for no answer
 * @param acceptsAgainSeconds from the broker's return until a report was stored; negative if not within a minute
 */
record Behaviour(String target, List<Answered> answers, int readyWhileAway, double acceptsAgainSeconds) {

    /**
     * @param seconds until the answer
     * @param status of HTTP, 0 for none within 90 s
     * @param retryAfter that header, empty where it is absent
     * @param body its beginning
     */
    record Answered(double seconds, int status, String retryAfter, String body) {}
}
