package io.auralis.benchmarks.replay;

import java.util.List;

/**
 * What is measured.
 *
 * @param sizes reports in the topic, ascending: each is counted anew from the beginning
 * @param rounds replays of each size
 * @param threads of the stream
 */
public record ReplayPlan(List<Integer> sizes, int rounds, int threads) {
    public ReplayPlan {
        sizes = sizes.stream().sorted().toList();
        if (sizes.isEmpty() || sizes.get(0) < 1 || rounds < 1 || threads < 1) {
            throw new IllegalArgumentException("sizes, rounds and threads must be 1 or more");
        }
    }
}
