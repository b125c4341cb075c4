package io.auralis.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.taste.Topics;
import io.auralis.deploy.broker.LocalBroker;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as it is packaged, in its own JVM with its own class path and the real clock. */
class PackagedServiceIT {
    @TempDir
    Path folder;

    private LocalBroker broker;
    private PackagedService service;

    @BeforeEach
    void start() throws Exception {
        broker = LocalBroker.start(folder.resolve("broker"));
        service = PackagedService.start(folder, broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        service.close();
        broker.close();
    }

    @Test
    void whatIsOnItsWayWhenTheServiceIsToldToStopIsStillStoredAndAnswered() throws Exception {
        byte[] body = PackagedService.report();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length + "\r\n\r\n")
                            .getBytes(UTF_8));
            out.write(body, 0, 100);
            out.flush();
            Eventually.isTrue(() -> bytesHeld() >= 100);
            service.tellToStop();
            // From then on the service asks its clients to go elsewhere next time.
            Eventually.isTrue(() ->
                    service.client().get("/").headers().firstValue("Connection").equals(Optional.of("close")));
            out.write(Arrays.copyOfRange(body, 100, body.length));
            out.flush();
            assertThat(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine())
                    .startsWith("HTTP/1.1 202");
        }
        assertThat(service.endsWithin(Duration.ofSeconds(60))).isTrue();
    }

    @Test
    void underLoadEveryRequestOnItsWayIsAnsweredAndNoAcknowledgedReportIsLost() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger unanswered = new AtomicInteger();
        AtomicLong toldAt = new AtomicLong(Long.MAX_VALUE);
        ExecutorService clients = Executors.newFixedThreadPool(8);
        for (int client = 0; client < 8; client++) {
            var ignored = clients.submit(() -> {
                while (true) {
                    byte[] report = PackagedService.report();
                    long sentAt = System.nanoTime();
                    try {
                        HttpResponse<byte[]> answer = service.client().post(report);
                        if (answer.statusCode() == 202) {
                            acknowledged.add(IngestClient.verdict(answer).id());
                        }
                    } catch (AssertionError noAnswer) {
                        if (sentAt < toldAt.get()) {
                            unanswered.incrementAndGet();
                        }
                        return;
                    }
                }
            });
        }
        Eventually.isTrue(() -> acknowledged.size() > 200);
        toldAt.set(System.nanoTime());
        service.tellToStop();
        assertThat(service.endsWithin(Duration.ofSeconds(60))).isTrue();
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(unanswered).hasValue(0);
        assertThat(new BrokerControl(broker, folder)
                        .records(Topics.TASTE_REPORTS).stream().map(ConsumerRecord::key))
                .containsAll(acknowledged);
    }

    private double bytesHeld() {
        return new String(service.client().get("/q/metrics").body(), UTF_8)
                .lines()
                .filter(line -> line.startsWith("auralis_ingest_inflight_bytes"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
