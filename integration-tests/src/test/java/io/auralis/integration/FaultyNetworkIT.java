package io.auralis.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.deploy.broker.LocalBroker;
import io.auralis.deploy.database.LocalDatabase;
import io.auralis.deploy.net.FreePort;
import io.auralis.integration.Load.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ways to the broker and to the database are slow, stand still and break, at moments drawn from a seed, under load. */
class FaultyNetworkIT {
    private static final boolean LONG = Boolean.getBoolean("auralis.long-checks");
    private static final int REPORTS = LONG ? 20_000 : 2_000;
    private static final int FAULTS = LONG ? 40 : 10;
    private static final long SEED = Long.getLong("auralis.seed", 20_261_126);
    private static final double MARGIN = 0.05;

    @TempDir
    static Path folder;

    @Test
    void whatWasAcknowledgedIsCountedOnceWhateverTheNetworkDoes() throws Exception {
        Load load = new Load(SEED, REPORTS);
        int brokerPort = FreePort.next();
        int databasePort = FreePort.next();
        try (FaultyNetwork toBroker = new FaultyNetwork(brokerPort);
                FaultyNetwork toDatabase = new FaultyNetwork(databasePort);
                LocalBroker broker = LocalBroker.start(folder.resolve("kafka"), brokerPort, toBroker.port());
                LocalDatabase database =
                        LocalDatabase.start(folder.resolve("postgresql"), databasePort, folder.resolve("binaries"));
                ServiceProcess ingest = ingest(toBroker);
                ServiceProcess aggregator = aggregator(toBroker, toDatabase, database)) {
            ingest.awaitReady();
            aggregator.awaitReady();
            List<Step> acknowledged;
            try (Crew crew = new Crew(load, ingest.address(), SEED)) {
                Random random = new Random(SEED);
                for (int fault = 0; fault < FAULTS; fault++) {
                    double at = (fault + random.nextDouble()) / FAULTS;
                    crew.allow(at + MARGIN);
                    crew.awaitProgress(at);
                    befall(random.nextBoolean() ? toBroker : toDatabase, random);
                }
                crew.allow(1);
                acknowledged = crew.acknowledged();
            }
            assertThat(Step.sorted(acknowledged)).as("the good steps").isEqualTo(Step.sorted(load.good()));
            new ExactCounts(
                            () -> aggregator.json("/v1/status"),
                            () -> DriverManager.getConnection(
                                    database.jdbcUrl(), "aggregator", database.password("aggregator")))
                    .assertEqual(Oracle.counts(load, acknowledged));
        }
    }

    private static void befall(FaultyNetwork network, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> {
                network.slow(Duration.ofMillis(20 + random.nextInt(200)));
                pass(Duration.ofMillis(500 + random.nextInt(2_000)));
            }
            case 1 -> {
                network.stall();
                pass(Duration.ofMillis(500 + random.nextInt(4_000)));
            }
            default -> network.cut();
        }
        network.heal();
    }

    private static void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static ServiceProcess ingest(FaultyNetwork toBroker) throws Exception {
        return ServiceProcess.start(
                "ingest-service",
                folder,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "127.0.0.1:" + toBroker.port(),
                        "AURALIS_INGEST_TOKENS_MODE",
                        "open"));
    }

    private static ServiceProcess aggregator(FaultyNetwork toBroker, FaultyNetwork toDatabase, LocalDatabase database)
            throws Exception {
        return ServiceProcess.start(
                "aggregator",
                folder,
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "127.0.0.1:" + toBroker.port(),
                        "AURALIS_AGGREGATOR_STATE_DIR",
                        Files.createDirectories(folder.resolve("aggregator")).toString(),
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://127.0.0.1:" + toDatabase.port() + "/" + LocalDatabase.DATABASE,
                        "QUARKUS_DATASOURCE_USERNAME",
                        "aggregator",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        database.password("aggregator")));
    }
}
