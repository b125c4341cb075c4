package io.auralis.aggregator.topology;

import java.util.concurrent.atomic.LongAdder;

/** Records seen since this process started, redelivered ones again: for rates, never for totals. */
public final class AdmissionMetrics {
    private final LongAdder processed = new LongAdder();
    private final LongAdder dead = new LongAdder();

    void countProcessed() {
        processed.increment();
    }

    void countDead() {
        dead.increment();
    }

    public long processed() {
        return processed.sum();
    }

    public long dead() {
        return dead.sum();
    }
}
