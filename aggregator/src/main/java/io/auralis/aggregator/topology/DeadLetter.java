package io.auralis.aggregator.topology;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.EventHeaders;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record that could not be counted: where it lies and why, so that an operator who may read the topic finds it. It
 * never quotes the record.
 */
record DeadLetter(String topic, int partition, long offset, Reason reason) {

    enum Reason {
        /** A tombstone that is not the aggregator's own: withdrawals are records of their own. */
        NO_VALUE,
        NO_KEY,
        /** Longer than any report. */
        TOO_LARGE,
        /** Not a report record by the contract. */
        UNREADABLE,
        /** Of a schema or a version that this aggregator does not know, which a newer one may. */
        UNKNOWN_SCHEMA,
        /** The key is not the id of the report in the value, so that two partitions could count it. */
        KEY_IS_NOT_ID
    }

    String key() {
        return partition + "/" + offset;
    }

    Headers headers() {
        Headers headers = new RecordHeaders();
        EventHeaders.ofDeadLetter(topic, partition, offset)
                .byName()
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    byte[] bytes() {
        return Json.canonical(this);
    }
}
