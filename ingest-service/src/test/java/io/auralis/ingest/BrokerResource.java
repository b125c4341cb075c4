package io.auralis.ingest;

import io.auralis.deploy.broker.LocalBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A real Kafka broker beside the service, and the service's log in a file, for tests to stop, start and read. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {
    private static final List<Logger> LOUD = Stream.of("kafka", "state.change.logger", "org.apache.kafka")
            .map(Logger::getLogger)
            .toList();

    private final boolean running;
    private final Path folder = temporary();
    private final BrokerControl control = new BrokerControl(quietBroker(folder.resolve("broker")), log());

    public BrokerResource() {
        this(true);
    }

    BrokerResource(boolean running) {
        this.running = running;
    }

    @Override
    public Map<String, String> start() {
        if (!running) {
            control.stop();
        }
        return Map.of(
                // What the service says at its most talkative is searched for what it must not say.
                "quarkus.log.category.\"io.auralis\".level", "DEBUG",
                "quarkus.log.category.\"kafka\".level", "WARN",
                "quarkus.log.category.\"state.change.logger\".level", "WARN",
                "auralis.ingest.tokens.mode", "open",
                "kafka.bootstrap.servers", control.bootstrapServers(),
                "quarkus.log.file.enabled", "true",
                "quarkus.log.file.path", log().toString());
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(control, new TestInjector.MatchesType(BrokerControl.class));
    }

    @Override
    public void stop() {
        control.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The broker in this JVM tells every setting it has, before the service configures logging. */
    private static LocalBroker quietBroker(Path folder) {
        LOUD.forEach(logger -> logger.setLevel(Level.WARNING));
        return LocalBroker.start(folder);
    }

    private Path log() {
        return folder.resolve("ingest.log");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("auralis-ingest");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
