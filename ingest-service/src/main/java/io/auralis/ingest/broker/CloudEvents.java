package io.auralis.ingest.broker;

import io.auralis.contracts.taste.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The contract's headers as Kafka has them. */
final class CloudEvents {
    private CloudEvents() {}

    static List<Header> headers(EventHeaders event) {
        return event.byName().entrySet().stream()
                .<Header>map(header ->
                        new RecordHeader(header.getKey(), header.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
