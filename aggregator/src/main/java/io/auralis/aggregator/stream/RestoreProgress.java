package io.auralis.aggregator.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How many records local stores still lack of their changelogs before this instance can count on. */
public final class RestoreProgress implements StateRestoreListener {
    private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();

    /** Records, all stores together; 0 where nothing is restored. */
    public long remaining() {
        return remaining.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        remaining.put(partition, Math.max(0, to - from));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long batchEnd, long restored) {
        remaining.computeIfPresent(partition, (same, left) -> Math.max(0, left - restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long restored) {
        remaining.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long restored) {
        remaining.remove(partition);
    }
}
