package io.auralis.deploy.broker;

import io.auralis.deploy.net.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where a broker keeps its data and what it listens on; kept as {@code broker.properties} in its folder, so that it comes
 * back at the same address.
 *
 * @param folder the broker's own folder
 * @param port of 127.0.0.1, for clients
 * @param controllerPort of 127.0.0.1, for the node's own controller
 * @param advertisedPort of 127.0.0.1, where clients are told to connect
 */
record BrokerSettings(Path folder, int port, int controllerPort, int advertisedPort) {
    /** Four megabytes are enough for the log cleaner here; Kafka's 128 MB would not fit a small heap. */
    private static final String CLEANER_BUFFER_BYTES = "4194304";

    BrokerSettings {
        if (port < 1 || port > 65535) throw new IllegalArgumentException("port must be 1..65535, is " + port);
        if (controllerPort < 1 || controllerPort > 65535 || controllerPort == port)
            throw new IllegalArgumentException(
                    "controller port must be 1..65535 and differ from " + port + ", is " + controllerPort);
    }

    /** The remembered settings of the folder, else new ones. A wanted port of 0 takes the remembered or any free one. */
    static BrokerSettings of(Path folder, int wantedPort) {
        Path file = folder.resolve("broker.properties");
        try {
            Files.createDirectories(folder);
            Properties kept = new Properties();
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    kept.load(reader);
                }
            }
            int port = wantedPort != 0 ? wantedPort : port(kept, "port");
            BrokerSettings settings = new BrokerSettings(folder, port, port(kept, "controller-port"), port);
            Files.writeString(file, "port=" + settings.port + "\ncontroller-port=" + settings.controllerPort + "\n");
            return settings;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the broker's folder " + folder, unwritable);
        }
    }

    BrokerSettings advertising(int another) {
        return new BrokerSettings(folder, port, controllerPort, another);
    }

    private static int port(Properties kept, String key) {
        String value = kept.getProperty(key);
        return value == null ? FreePort.next() : Integer.parseInt(value);
    }

    Path data() {
        return folder.resolve("data");
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    Map<String, String> toKafka() {
        Map<String, String> kafka = new HashMap<>();
        kafka.put("process.roles", "broker,controller");
        kafka.put("node.id", "1");
        kafka.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        kafka.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        kafka.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + advertisedPort);
        kafka.put("controller.listener.names", "CONTROLLER");
        kafka.put("inter.broker.listener.name", "PLAINTEXT");
        kafka.put("listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT");
        kafka.put("log.dirs", data().toString());
        // One node holds everything once.
        kafka.put("offsets.topic.replication.factor", "1");
        kafka.put("offsets.topic.num.partitions", "1");
        kafka.put("transaction.state.log.replication.factor", "1");
        kafka.put("transaction.state.log.min.isr", "1");
        kafka.put("transaction.state.log.num.partitions", "1");
        kafka.put("share.coordinator.state.topic.replication.factor", "1");
        kafka.put("share.coordinator.state.topic.min.isr", "1");
        kafka.put("share.coordinator.state.topic.num.partitions", "1");
        kafka.put("group.initial.rebalance.delay.ms", "0");
        kafka.put("auto.create.topics.enable", "false");
        kafka.put("log.cleaner.dedupe.buffer.size", CLEANER_BUFFER_BYTES);
        return kafka;
    }
}
