package io.auralis.aggregator.topology;

import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Makes a {@link CohortStore} per partition.
 *
 * @param beneath what it writes to
 */
record CohortStoreBuilder(StoreBuilder<KeyValueStore<String, byte[]>> beneath) implements StoreBuilder<CohortStore> {
    @Override
    public StoreBuilder<CohortStore> withCachingEnabled() {
        throw new UnsupportedOperationException("a cohort store is its own cache");
    }

    @Override
    public StoreBuilder<CohortStore> withCachingDisabled() {
        throw new UnsupportedOperationException("a cohort store is its own cache");
    }

    @Override
    public StoreBuilder<CohortStore> withLoggingEnabled(Map<String, String> configuration) {
        return new CohortStoreBuilder(beneath.withLoggingEnabled(configuration));
    }

    @Override
    public StoreBuilder<CohortStore> withLoggingDisabled() {
        throw new UnsupportedOperationException("the changelog is what the database is filled from");
    }

    @Override
    public CohortStore build() {
        return new CohortStore(beneath.build());
    }

    @Override
    public Map<String, String> logConfig() {
        return beneath.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return beneath.loggingEnabled();
    }

    @Override
    public String name() {
        return beneath.name();
    }
}
