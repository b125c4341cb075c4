package io.auralis.deploy.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {
    @TempDir
    Path folder;

    @Test
    void aRestartKeepsTheAddressAndTheRecords() throws Exception {
        String before;
        try (LocalBroker broker = LocalBroker.start(folder)) {
            before = broker.bootstrapServers();
            createTopic(before);
            produce(before, "written before the stop");
            broker.stop();
            assertThatThrownBy(() -> LocalBroker.awaitReady(before, Duration.ofSeconds(2)))
                    .isInstanceOf(IllegalStateException.class);
            broker.start();
            produce(before, "written after the restart");
        }
        try (LocalBroker another = LocalBroker.start(folder)) {
            assertThat(another.bootstrapServers()).isEqualTo(before);
            assertThat(consume(before, 2)).containsExactly("written before the stop", "written after the restart");
        }
    }

    @Test
    void recordsOfEveryCompressionAreTakenAndGivenBack() throws Exception {
        try (LocalBroker broker = LocalBroker.start(folder)) {
            String address = broker.bootstrapServers();
            createTopic(address);
            List<String> names = Arrays.stream(CompressionType.values())
                    .map(compression -> compression.name)
                    .toList();
            for (String name : names) {
                produce(address, name, Map.of("compression.type", name));
            }
            assertThat(consume(address, names.size())).isEqualTo(names);
        }
    }

    @Test
    void aTakenPortIsSaidPlainly() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }

    private static void createTopic(String address) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(60, TimeUnit.SECONDS);
        }
    }

    private static void produce(String address, String value) throws Exception {
        produce(address, value, Map.of());
    }

    private static void produce(String address, String value, Map<String, Object> more) throws Exception {
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", address, "acks", "all"));
        settings.putAll(more);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", value)).get(60, TimeUnit.SECONDS);
        }
    }

    private static List<String> consume(String address, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", address, "auto.offset.reset", "earliest");
        List<String> values = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("kept", 0)));
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (values.size() < count && System.nanoTime() < deadline)
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
        }
        return values;
    }
}
