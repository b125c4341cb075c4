package io.auralis.aggregator.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One budget of native memory for all stores of the process: by default each of the twelve would take up to 100 MB of
 * its own, outside the heap. Public, since Kafka Streams makes it by its name.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long ALL_BYTES = 96L << 20;
    private static final long WRITE_BUFFER_BYTES = 32L << 20;

    /** Small, so that twelve stores share the write buffers without one stalling the others. */
    private static final long STORE_WRITE_BUFFER_BYTES = 4L << 20;

    private static final Cache CACHE = new LRUCache(ALL_BYTES);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(STORE_WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String storeName, Options options) {
        // Cache and write buffers belong to the process, not to a store.
    }
}
