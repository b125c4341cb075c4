package io.auralis.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.Json;
import io.auralis.deploy.broker.LocalBroker;
import io.auralis.deploy.net.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is packaged, in its own JVM with its own class path and the real clock. */
class PackagedServiceIT {
    @TempDir
    Path folder;

    private final int port = FreePort.next();
    private final IngestClient ingest = new IngestClient(URI.create("http://127.0.0.1:" + port));
    private LocalBroker broker;
    private Process service;

    @BeforeEach
    void start() throws Exception {
        broker = LocalBroker.start(folder.resolve("broker"));
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dkafka.bootstrap.servers=" + broker.bootstrapServers(),
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ingest.log").toFile())
                .start();
        Eventually.isTrue(() -> status("/q/health/ready") == 200);
    }

    @AfterEach
    void stop() throws Exception {
        service.destroyForcibly().waitFor();
        broker.close();
    }

    @Test
    void whatIsOnItsWayWhenTheServiceIsToldToStopIsStillStoredAndAnswered() throws Exception {
        byte[] body = Json.canonicalText(Submissions.fresh(1))
                .replace("2026-11", YearMonth.now(ZoneOffset.UTC).toString())
                .getBytes(UTF_8);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length + "\r\n\r\n")
                            .getBytes(UTF_8));
            out.write(body, 0, 100);
            out.flush();
            // This request and the question itself.
            Eventually.isTrue(() -> activeRequests() >= 2);
            service.destroy();
            // From then on the service asks its clients to go elsewhere next time.
            Eventually.isTrue(
                    () -> ingest.get("/").headers().firstValue("Connection").equals(Optional.of("close")));
            out.write(Arrays.copyOfRange(body, 100, body.length));
            out.flush();
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine())
                    .startsWith("HTTP/1.1 202");
        }
        assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private double activeRequests() {
        return new String(ingest.get("/q/metrics").body(), UTF_8)
                .lines()
                .filter(line -> line.startsWith("http_server_active_requests"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** 0 where nothing answers. */
    private int status(String path) {
        try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return ingest.get(path).statusCode();
        } catch (IOException | AssertionError nothing) {
            return 0;
        }
    }
}
