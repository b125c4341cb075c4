package io.auralis.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.deploy.broker.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that mean no good beside some that do: one in a hundred connections sends a byte now and then, the others send
 * reports as fast as they can, heeding no answer. The system properties {@code load.seconds} and
 * {@code load.connections} make it longer; docs/development.md says how.
 */
class UnderLoadIT {
    private static final int SECONDS = Integer.getInteger("load.seconds");
    private static final int CONNECTIONS = Integer.getInteger("load.connections");

    /** Of the machine that all of it runs on, when others build on it too; what is measured alone is printed. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @Test
    void slowClientsAndAFloodLeaveOthersServedAndMemoryBounded() throws Exception {
        try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
                PackagedService service = PackagedService.start(folder, broker.bootstrapServers())) {
            PoliteClients alone = PoliteClients.run(service.port(), Duration.ofSeconds(2));
            PoliteClients beside;
            String flooded;
            try (Flood flood = Flood.start(service.port(), CONNECTIONS, CONNECTIONS / 100)) {
                flood.awaitAnswers(CONNECTIONS);
                beside = PoliteClients.run(service.port(), Duration.ofSeconds(SECONDS));
                flooded = flood.toString();
            }
            String figures = "alone: " + alone + "; beside a flood (" + flooded + "): " + beside + "; at most "
                    + service.residentKilobytes() / 1024 + " MiB";
            System.out.println(figures);
            assertThat(beside.errors()).as(figures).isLessThanOrEqualTo(beside.requests() / 100);
            assertThat(beside.percentile(99)).as(figures).isLessThan(PATIENCE);
            assertThat(service.residentKilobytes()).as(figures).isLessThan(700 * 1024);
            assertThat(service.status("/q/health/live")).isEqualTo(200);
        }
    }

    /** A request that says it is one report, complete. */
    static byte[] request(byte[] report, String connection) {
        byte[] head = ("POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: "
                        + connection + "\r\nContent-Length: " + report.length + "\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] request = new byte[head.length + report.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(report, 0, request, head.length, report.length);
        return request;
    }

    /** Beginnings of requests that never end. */
    static List<byte[]> beginnings() {
        return List.of(
                "POST /v1/reports HTTP/1.1\r\nHost: loc".getBytes(US_ASCII),
                "POST /v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n{"
                        .getBytes(US_ASCII));
    }
}
