package io.auralis.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Everything that a stack has written down, by where it lies: each file, each record of each topic (compressed on disk,
 * so read through the broker) and each row of each table, as text of one byte a character.
 */
final class Leftovers {
    /** PostgreSQL's programs, and Kafka's indexes of offsets, each of which takes 10 MB of zeros. */
    private static final String PROGRAM_FILES_OR_NUMBERS = ".*/postgresql/binaries/.*|.*\\.(time)?index";

    private final Map<String, String> byPlace = new TreeMap<>();

    /** @param database a connection that may read every schema */
    static Leftovers of(Path folder, String kafka, Connection database) throws Exception {
        Leftovers all = new Leftovers();
        all.files(folder);
        all.topics(kafka);
        all.tables(database);
        return all;
    }

    /** Where a text is found, for instance {@code topic taste-reports.v1} or {@code table aggregator.candidate}. */
    List<String> placesOf(String text) {
        return byPlace.entrySet().stream()
                .filter(place -> place.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> places() {
        return List.copyOf(byPlace.keySet());
    }

    private void files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(PROGRAM_FILES_OR_NUMBERS))
                    .toList()) {
                byPlace.put("file " + folder.relativize(file), latin(Files.readAllBytes(file)));
            }
        }
    }

    private void topics(String kafka) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "auto.offset.reset", "earliest", "exclude.internal.topics", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, StringBuilder> texts = new TreeMap<>();
            partitions.forEach(partition -> texts.put("topic " + partition.topic(), new StringBuilder()));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> append(texts.get("topic " + record.topic()), record));
            }
            texts.forEach((place, text) -> byPlace.put(place, text.toString()));
        }
    }

    private static void append(StringBuilder text, ConsumerRecord<byte[], byte[]> record) {
        text.append(record.key() == null ? "" : latin(record.key())).append(' ');
        text.append(record.value() == null ? "" : latin(record.value())).append(' ');
        record.headers()
                .forEach(header -> text.append(header.key())
                        .append('=')
                        .append(latin(header.value()))
                        .append(' '));
        text.append('\n');
    }

    private void tables(Connection database) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = database.createStatement()
                .executeQuery("select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema')")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        for (String name : names) {
            StringBuilder text = new StringBuilder();
            try (ResultSet rows =
                    database.createStatement().executeQuery("select whole::text from " + name + " whole")) {
                while (rows.next()) {
                    text.append(rows.getString(1)).append('\n');
                }
            }
            byPlace.put("table " + name, text.toString());
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
