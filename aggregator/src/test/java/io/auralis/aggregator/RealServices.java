package io.auralis.aggregator;

import io.auralis.deploy.broker.LocalBroker;
import io.auralis.deploy.database.LocalDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real Kafka broker and a real PostgreSQL (fsync on) for the service under test. */
public final class RealServices implements QuarkusTestResourceLifecycleManager {
    static final String BROKER = "test.broker";
    static final String PUBLISHER_PASSWORD = "test.publisher-password";

    private LocalBroker broker;
    private LocalDatabase database;

    @Override
    public Map<String, String> start() {
        Path folder = temporaryFolder();
        broker = LocalBroker.start(folder.resolve("broker"));
        database = LocalDatabase.start(folder.resolve("database"));
        return Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                // The tests' reports have fixed months.
                "auralis.aggregator.keep-months",
                "1200",
                "quarkus.datasource.jdbc.url",
                database.jdbcUrl(),
                "quarkus.datasource.username",
                "aggregator",
                "quarkus.datasource.password",
                database.password("aggregator"),
                "auralis.aggregator.state-dir",
                folder.resolve("state").toString(),
                "auralis.aggregator.commit-interval",
                "100ms",
                PUBLISHER_PASSWORD,
                database.password("publisher"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(broker, new TestInjector.MatchesType(LocalBroker.class));
        injector.injectIntoFields(database, new TestInjector.MatchesType(LocalDatabase.class));
    }

    @Override
    public void stop() {
        database.close();
        broker.close();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("aggregator-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
