package io.auralis.deploy.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker of one node (KRaft) in this JVM, on 127.0.0.1, that keeps its data and its address in a folder: it
 * can be stopped and started again, here or in another JVM. One thread at a time may start and stop it.
 *
 * <pre>{@code
 * try (LocalBroker broker = LocalBroker.start(folder)) {
 *     String address = broker.bootstrapServers();
 *     broker.stop();     // clients see it go away
 *     broker.start();    // the same address, the same data
 * }
 * }</pre>
 */
public final class LocalBroker implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final BrokerSettings settings;
    private @Nullable KafkaRaftServer server;

    private LocalBroker(BrokerSettings settings) {
        this.settings = settings;
    }

    /** Starts a broker at the folder's remembered address, or a free one; returns when it answers. */
    public static LocalBroker start(Path folder) {
        return start(folder, 0);
    }

    /**
     * Starts a broker on a port of 127.0.0.1 and returns when it answers.
     *
     * @param port 1 to 65535, or 0 for the remembered or a free one
     * @throws IllegalStateException when it does not come up, for instance since the port is taken
     * @throws UncheckedIOException when the folder cannot be written
     */
    public static LocalBroker start(Path folder, int port) {
        LocalBroker broker = new LocalBroker(BrokerSettings.of(folder, port));
        broker.start();
        return broker;
    }

    /**
     * As {@link #start(Path, int)}, for a test that stands between the broker and its clients.
     *
     * @param advertisedPort of 127.0.0.1, where clients are told to connect
     */
    public static LocalBroker start(Path folder, int port, int advertisedPort) {
        LocalBroker broker = new LocalBroker(BrokerSettings.of(folder, port).advertising(advertisedPort));
        broker.start();
        return broker;
    }

    /** Host and port for {@code kafka.bootstrap.servers}; the same after a restart. */
    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    /** Starts the stopped broker again at the same address with its data; does nothing where it runs. */
    public void start() {
        if (server != null) return;
        format();
        KafkaRaftServer starting = new KafkaRaftServer(new KafkaConfig(settings.toKafka()), Time.SYSTEM);
        try {
            starting.startup();
        } catch (RuntimeException failed) {
            starting.shutdown();
            throw new IllegalStateException("the broker did not start on " + bootstrapServers(), failed);
        }
        server = starting;
        try {
            awaitReady(bootstrapServers(), READY_WITHIN);
        } catch (IllegalStateException silent) {
            stop();
            throw silent;
        }
    }

    /** Stops the broker cleanly and waits for it; does nothing where it is stopped. */
    public void stop() {
        KafkaRaftServer stopping = server;
        if (stopping == null) return;
        server = null;
        stopping.shutdown();
        stopping.awaitShutdown();
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Returns when a broker at the address answers with its cluster.
     *
     * @throws IllegalStateException when it does not within the time
     */
    public static void awaitReady(String bootstrapServers, Duration within) {
        Map<String, Object> client = Map.of(
                "bootstrap.servers", bootstrapServers,
                "default.api.timeout.ms", Math.toIntExact(within.toMillis()),
                "request.timeout.ms", Math.toIntExact(Math.min(within.toMillis(), 5000)));
        try (Admin admin = Admin.create(client)) {
            admin.describeCluster().nodes().get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException silent) {
            throw new IllegalStateException(
                    "the broker at " + bootstrapServers + " did not answer within " + within.toSeconds() + " s",
                    silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the broker", interrupted);
        }
    }

    /** Whether a broker at the address answers within two seconds. */
    public static boolean answers(String bootstrapServers) {
        try {
            awaitReady(bootstrapServers, Duration.ofSeconds(2));
            return true;
        } catch (IllegalStateException silent) {
            return false;
        }
    }

    /** Prepares an empty data folder as Kafka's own storage tool does; leaves a prepared one as it is. */
    private void format() {
        String data = settings.data().toString();
        try {
            Files.createDirectories(settings.data());
            if (Files.exists(settings.data().resolve("meta.properties"))) return;
            new Formatter()
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setDirectories(List.of(data))
                    .setMetadataLogDirectory(data)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the broker's folder " + data, unwritable);
        } catch (Exception failed) {
            throw new IllegalStateException("cannot format the broker's folder " + data, failed);
        }
    }
}
