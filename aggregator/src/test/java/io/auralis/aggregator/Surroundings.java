package io.auralis.aggregator;

import io.auralis.deploy.broker.LocalBroker;
import io.auralis.deploy.database.LocalDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A real broker and a real PostgreSQL, and what instances of the service are told of them. */
final class Surroundings implements AutoCloseable {
    private final LocalBroker broker;
    private final LocalDatabase database;

    private Surroundings(LocalBroker broker, LocalDatabase database) {
        this.broker = broker;
        this.database = database;
    }

    static Surroundings start(Path folder) {
        return new Surroundings(
                LocalBroker.start(folder.resolve("broker")), LocalDatabase.start(folder.resolve("database")));
    }

    LocalBroker broker() {
        return broker;
    }

    LocalDatabase database() {
        return database;
    }

    /** @param further settings of the instance, as environment variables */
    Map<String, String> environment(Map<String, String> further) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME",
                "aggregator",
                "QUARKUS_DATASOURCE_PASSWORD",
                database.password("aggregator")));
        environment.putAll(further);
        return environment;
    }

    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Override
    public void close() {
        database.close();
        broker.close();
    }
}
