package io.auralis.aggregator.topology;

import io.auralis.aggregator.statistics.Cohort;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.PartitionPosition;
import io.auralis.aggregator.statistics.StateTally;
import io.auralis.aggregator.statistics.Voice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * The states of a partition's cohorts, and its position. Voices are added in memory; what changed is written to the store
 * beneath, and so to its changelog, when Kafka Streams commits: the cohorts first and then the position that they are of.
 * Kafka Streams' own cache would want each state in its stored form with every voice, which took a third of all work.
 *
 * <p>{@link CachedStateStore} is how Kafka Streams tells a store that it commits. The interface is internal to it, so a
 * new version of Kafka may change it; the build or the tests of this class' use would say so.
 *
 * <p>A cohort that lost its last contributor is stored as empty and not removed: compaction drops tombstones after a day,
 * and a reader away for longer would keep the cohort for ever.
 */
final class CohortStore implements StateStore, CachedStateStore<String, byte[]> {
    /** States kept in memory, of 16 kB each: those of a partition as one knows them, with room. */
    private static final int MOST_READY = 1_000;

    private final KeyValueStore<String, byte[]> store;
    private final Map<Cohort, Ready> ready = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Cohort, Ready> eldest) {
            if (size() <= MOST_READY) {
                return false;
            }
            write(eldest.getValue());
            return true;
        }
    };
    private @Nullable PartitionPosition position;
    private boolean changed;

    CohortStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    void add(Voice voice) {
        Ready cohort = ready(voice);
        cohort.tally.add(voice);
        cohort.changed = true;
    }

    void takeAway(Voice voice) {
        Ready cohort = ready(voice);
        cohort.tally.takeAway(voice);
        cohort.changed = true;
    }

    /**
     * Empties the cohorts of earlier months.
     *
     * @return the contributors that they had
     */
    long emptyBefore(String month) {
        writeCohorts();
        ready.clear();
        List<String> keys = new ArrayList<>();
        long contributors = 0;
        try (KeyValueIterator<String, byte[]> states = store.all()) {
            while (states.hasNext()) {
                KeyValue<String, byte[]> entry = states.next();
                if (!entry.key.equals(PartitionPosition.KEY)
                        && Cohort.parse(entry.key).month().compareTo(month) < 0) {
                    CohortState state = CohortState.parse(entry.value);
                    if (!state.isEmpty()) {
                        keys.add(entry.key);
                        contributors += state.contributors();
                    }
                }
            }
        }
        keys.forEach(key -> store.put(key, CohortState.EMPTY.bytes()));
        return contributors;
    }

    /** How far the partition is counted; null before its first record. */
    @Nullable
    PartitionPosition position() {
        return position;
    }

    void moveTo(PartitionPosition next) {
        position = next;
        changed = true;
    }

    private Ready ready(Voice voice) {
        Cohort cohort = voice.cohort();
        if (cohort == null) {
            throw new IllegalArgumentException("what is withdrawn counts in no cohort");
        }
        Ready known = ready.get(cohort);
        if (known == null) {
            String key = cohort.key();
            byte[] stored = store.get(key);
            known = new Ready(key, new StateTally(stored == null ? CohortState.EMPTY : CohortState.parse(stored)));
            ready.put(cohort, known);
        }
        return known;
    }

    private void write(Ready cohort) {
        if (cohort.changed) {
            store.put(cohort.key, cohort.tally.state().bytes());
            cohort.changed = false;
        }
    }

    private void writeCohorts() {
        ready.values().forEach(this::write);
    }

    @Override
    public void flushCache() {
        PartitionPosition current = position;
        if (changed && current != null) {
            writeCohorts();
            store.put(PartitionPosition.KEY, current.bytes());
            changed = false;
        }
    }

    @Override
    public void clearCache() {
        ready.clear();
        position = null;
        changed = false;
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<String, byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        clearCache();
        store.init(context, root);
    }

    /** Takes up what is stored, once it is restored. */
    void open() {
        clearCache();
        byte[] stored = store.get(PartitionPosition.KEY);
        position = stored == null ? null : PartitionPosition.parse(stored);
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public void flush() {
        store.flush();
    }

    @Override
    public void close() {
        store.close();
    }

    @Override
    public boolean persistent() {
        return store.persistent();
    }

    @Override
    public boolean isOpen() {
        return store.isOpen();
    }

    private static final class Ready {
        private final String key;
        private final StateTally tally;
        private boolean changed;

        Ready(String key, StateTally tally) {
            this.key = key;
            this.tally = tally;
        }
    }
}
