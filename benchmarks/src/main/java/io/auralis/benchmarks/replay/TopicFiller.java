package io.auralis.benchmarks.replay;

import io.auralis.benchmarks.kafka.BenchmarkBroker;
import io.auralis.benchmarks.payload.SampleReports;
import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.Topics;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes made-up reports to the topic as ingest-service does, each of another contributor. */
final class TopicFiller {
    private final BenchmarkBroker broker;
    private final SampleReports reports = new SampleReports(YearMonth.now(ZoneOffset.UTC));
    private int written;

    TopicFiller(BenchmarkBroker broker) {
        this.broker = broker;
    }

    /** Adds what the topic lacks to hold so many. */
    void fillTo(int count) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        broker.bootstrapServers(),
                        "acks",
                        "all",
                        "compression.type",
                        "lz4",
                        "linger.ms",
                        5),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (; written < count; written++) {
                ReportRecord record = reports.record(written);
                var ignored = producer.send(
                        new ProducerRecord<>(Topics.TASTE_REPORTS, record.id(), Json.canonical(record)),
                        (metadata, failed) -> failure.compareAndSet(null, failed));
            }
        }
        if (failure.get() != null) {
            throw new BenchmarkException("The broker did not take a report.", failure.get());
        }
    }
}
