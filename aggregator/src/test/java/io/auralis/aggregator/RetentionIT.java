package io.auralis.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.aggregator.statistics.Reports;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.EventHeaders;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service on a real broker: what becomes of a report when its time is over. */
final class RetentionIT {
    private static final YearMonth NOW = YearMonth.now(ZoneOffset.UTC);
    private static final String OLD = Reports.id(1);
    private static final String YOUNG = Reports.id(2);

    @TempDir
    Path folder;

    @Test
    void aReportThatIsTooOldLeavesTheStatisticsAndTheTopicAndNoRecountBringsItBack() {
        try (Surroundings surroundings = Surroundings.start(folder)) {
            try (Instance instance = new Instance(folder, surroundings.environment(Map.of()));
                    KafkaProducer<String, byte[]> producer = surroundings.producer()) {
                Await.until(instance::isReady);
                send(producer, OLD, NOW.minusMonths(13));
                send(producer, YOUNG, NOW);
                Await.until(() -> reports(instance) == 2);
            }
            // A month later would do the same; here the reports' time is a month shorter.
            String checksum;
            try (Instance instance = new Instance(folder, surroundings.environment(keep("12", "1")))) {
                Await.until(() -> instance.isReady() && reports(instance) == 1);
                Await.until(() -> expired(surroundings).contains(OLD));
                assertThat(expired(surroundings)).containsExactly(OLD);
                checksum = checksum(instance);
            }
            try (Instance instance = new Instance(folder, surroundings.environment(keep("12", "2")))) {
                Await.until(() -> instance.isReady() && generation(instance) == 2 && reports(instance) == 1);
                assertThat(checksum(instance)).isEqualTo(checksum);
            }
        }
    }

    private static Map<String, String> keep(String months, String generation) {
        return Map.of("AURALIS_AGGREGATOR_KEEP_MONTHS", months, "AURALIS_AGGREGATOR_GENERATION", generation);
    }

    private static void send(KafkaProducer<String, byte[]> producer, String id, YearMonth month) {
        ReportRecord record = ReportRecord.live(id, 1, Reports.ofMonth(month.toString(), 3));
        producer.send(new ProducerRecord<>(Topics.TASTE_REPORTS, id, Json.canonical(record)));
        producer.flush();
    }

    private static long reports(Instance instance) {
        return json(instance, "/v1/status").path("reports").asLong(-1);
    }

    private static int generation(Instance instance) {
        return json(instance, "/v1/status").path("generation").asInt();
    }

    private static String checksum(Instance instance) {
        return json(instance, "/v1/internal/statistics").path("sha256").asText();
    }

    private static JsonNode json(Instance instance, String path) {
        String answer = instance.get(path);
        return Json.read((answer.isEmpty() ? "{}" : answer).getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** Keys of the tombstones on the topic of reports that say that they are of reports whose time is over. */
    private static List<String> expired(Surroundings surroundings) {
        List<String> keys = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        surroundings.broker().bootstrapServers(),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.TASTE_REPORTS).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    if (record.value() == null && isExpiry(record)) {
                        keys.add(record.key());
                    }
                }
            }
        }
        return keys;
    }

    private static boolean isExpiry(ConsumerRecord<String, byte[]> record) {
        var type = record.headers().lastHeader("ce_type");
        return type != null && new String(type.value(), StandardCharsets.UTF_8).equals(EventHeaders.EXPIRED);
    }
}
