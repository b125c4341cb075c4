package io.auralis.benchmarks.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is measured.
 *
 * @param peer address of the peer, without a path; absent when none is measured
 * @param peerPid its process, when its memory and CPU are of interest
 * @param brokerPort of 127.0.0.1, 0 for a free one; a peer is started before and must know it
 * @param rounds runs of each target under each shape
 * @param seconds each run takes
 * @param warmUpSeconds before the first round, for each target, half of them with batches
 * @param contributors different reports
 * @param shapes one after the other in each round
 * @param modes of ingest-service's tokens, each measured as a target of its own
 * @param producerRecords that kafka-producer-perf-test sends each round; 0 for none
 * @param profile whether to record where ingest-service spends its time, after the rounds
 */
public record IngestPlan(
        @Nullable String peer,
        @Nullable Long peerPid,
        int brokerPort,
        int rounds,
        int seconds,
        int warmUpSeconds,
        int contributors,
        List<String> shapes,
        List<String> modes,
        int producerRecords,
        boolean profile) {
    public IngestPlan {
        if (rounds < 1 || seconds < 1 || warmUpSeconds < 0 || producerRecords < 0) {
            throw new IllegalArgumentException("rounds and seconds must be 1 or more, the rest 0 or more");
        }
        shapes = List.copyOf(shapes);
        modes = List.copyOf(modes);
    }

    List<Shape> parsedShapes() {
        return shapes.stream().map(Shape::parse).toList();
    }
}
