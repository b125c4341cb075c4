package io.auralis.ingest;

import io.auralis.contracts.json.Json;
import io.auralis.deploy.net.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/** The service as it is packaged, in a JVM of its own with the real clock. */
final class PackagedService implements AutoCloseable {
    private final int port = FreePort.next();
    private final IngestClient client = new IngestClient(URI.create("http://127.0.0.1:" + port));
    private final Process process;

    private PackagedService(Path folder, String bootstrapServers) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // What the local stack gives it.
                        "-Xmx256m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dauralis.ingest.tokens.mode=open",
                        "-Dkafka.bootstrap.servers=" + bootstrapServers,
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ingest.log").toFile())
                .start();
    }

    /** Returns when it is ready. */
    static PackagedService start(Path folder, String bootstrapServers) throws IOException {
        PackagedService service = new PackagedService(folder, bootstrapServers);
        Eventually.isTrue(() -> service.status("/q/health/ready") == 200);
        return service;
    }

    int port() {
        return port;
    }

    IngestClient client() {
        return client;
    }

    /** SIGTERM. */
    void tellToStop() {
        process.destroy();
    }

    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Memory that the process really has; Linux only, 0 elsewhere. */
    long residentKilobytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /** Of this month, so that the real clock believes it. */
    static byte[] report() {
        return Json.canonicalText(Submissions.fresh(1))
                .replace("2026-11", YearMonth.now(ZoneOffset.UTC).toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** 0 where nothing answers. */
    int status(String path) {
        try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return client.get(path).statusCode();
        } catch (IOException | AssertionError nothing) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
