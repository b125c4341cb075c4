package io.auralis.benchmarks.load;

/**
 * What a client saw.
 *
 * @param requests answered, errors included
 * @param seconds the run took
 * @param p50Millis median of the answers' times
 * @param p99Millis 99th percentile of them
 * @param errors answers other than 2xx and 3xx, and connections refused, broken or timed out
 */
public record Measured(long requests, double seconds, double p50Millis, double p99Millis, long errors) {
    public double requestsPerSecond() {
        return requests / seconds;
    }
}
