package io.auralis.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import io.auralis.deploy.net.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One packaged service as a process of its own, with the settings that a test gives it. */
final class ServiceProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String address;
    private final Process process;

    private ServiceProcess(String address, Process process) {
        this.address = address;
        this.process = process;
    }

    /** Starts it, without waiting. */
    static ServiceProcess start(String module, Path folder, Map<String, String> settings) throws IOException {
        int port = FreePort.next();
        Path jar = Path.of("..", module, "target", "quarkus-app", "quarkus-run.jar")
                .toAbsolutePath()
                .normalize();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(module + ".log").toFile());
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new ServiceProcess("http://127.0.0.1:" + port, builder.start());
    }

    String address() {
        return address;
    }

    void awaitReady() throws Exception {
        Await.until(address + " is ready", () -> {
            try {
                return get("/q/health/ready").statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    JsonNode json(String path) throws Exception {
        return Json.read(get(path).body(), JsonNode.class);
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(PATIENCE)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds() * 3, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
