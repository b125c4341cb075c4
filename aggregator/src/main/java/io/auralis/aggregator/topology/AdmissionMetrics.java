package io.auralis.aggregator.topology;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Records seen since this process started, redelivered ones again: for rates, never for totals. */
public final class AdmissionMetrics {
    private final LongAdder processed = new LongAdder();
    private final LongAdder expired = new LongAdder();
    private final Map<String, LongAdder> dead = new TreeMap<>();

    public AdmissionMetrics() {
        for (DeadLetter.Reason reason : DeadLetter.Reason.values()) {
            dead.put(code(reason), new LongAdder());
        }
    }

    void countProcessed() {
        processed.increment();
    }

    void countDead(DeadLetter.Reason reason) {
        LongAdder counter = dead.get(code(reason));
        if (counter != null) {
            counter.increment();
        }
    }

    void countExpired() {
        expired.increment();
    }

    public long processed() {
        return processed.sum();
    }

    public long dead() {
        return dead.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Dead letters by their reason's code, every code there is. */
    public Map<String, LongAdder> deadByReason() {
        return Map.copyOf(dead);
    }

    /** Reports and withdrawals forgotten since they were too old. */
    public long expired() {
        return expired.sum();
    }

    private static String code(DeadLetter.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
