package io.auralis.aggregator.topology;

import io.auralis.contracts.taste.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The tombstones that take expired reports from their topic. Deletion by age alone would not: compaction merges a
 * partition's old segments, and a segment is only deleted when its newest record is old.
 */
final class Forgetting {
    private static final String TYPE = "ce_type";

    private static final byte[] EXPIRED = EventHeaders.EXPIRED.getBytes(StandardCharsets.UTF_8);

    private Forgetting() {}

    /** @param millis not this machine's clock, which the stream's time would then follow */
    static Record<String, byte @Nullable []> tombstone(String id, long millis) {
        Headers headers = new RecordHeaders();
        EventHeaders.ofExpiry(id)
                .byName()
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return new Record<>(id, null, Math.max(0, millis), headers);
    }

    /** Whether a tombstone is ours; those of others are reported as dead letters. */
    static boolean isOwn(Headers headers) {
        Header type = headers.lastHeader(TYPE);
        return type != null && Arrays.equals(type.value(), EXPIRED);
    }
}
