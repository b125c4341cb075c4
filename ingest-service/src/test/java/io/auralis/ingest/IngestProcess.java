package io.auralis.ingest;

import io.auralis.deploy.broker.LocalBroker;
import io.auralis.deploy.database.LocalDatabase;
import io.auralis.deploy.net.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One instance of the packaged service in mode {@code tokens}, in its own JVM. */
final class IngestProcess implements AutoCloseable {
    private final int port = FreePort.next();
    private final IngestClient client = new IngestClient(URI.create("http://127.0.0.1:" + port));
    private final Path log;
    private final Process process;

    /** Starts it and waits until it is ready. */
    IngestProcess(Path log, Path keyFolder, LocalBroker broker, LocalDatabase database, String... more)
            throws IOException {
        this.log = log;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dauralis.ingest.tokens.mode=tokens",
                "-Dauralis.ingest.tokens.key-folder=" + keyFolder,
                "-Dauralis.ingest.redemption.patience=20s",
                "-Dkafka.bootstrap.servers=" + broker.bootstrapServers(),
                "-Dquarkus.datasource.jdbc.url=" + database.jdbcUrl(),
                "-Dquarkus.datasource.username=ingest",
                "-Dquarkus.datasource.password=" + database.password("ingest")));
        command.addAll(List.of(more));
        command.addAll(List.of(
                "-jar", Path.of("target", "quarkus-app", "quarkus-run.jar").toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Eventually.isTrue(this::isReady);
    }

    IngestClient client() {
        return client;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    private boolean isReady() {
        try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return client.ready();
        } catch (IOException | AssertionError nothing) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
