package io.auralis.ingest;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.taste.ReportHeaders;
import io.auralis.contracts.taste.ReportVerdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The service seen from outside. */
final class IngestClient {
    /** Half of what a Kafka producer left to its defaults would wait: the service gives up sooner, also on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    IngestClient(URI base) {
        this.base = base;
    }

    HttpResponse<byte[]> post(byte[] body) {
        return send(request("/v1/reports")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<byte[]> postGzip(byte[] body) {
        return send(request("/v1/reports")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(body))));
    }

    /** @param gzip whether to say that the body is */
    CompletableFuture<HttpResponse<byte[]>> postLater(byte[] body, boolean gzip) {
        HttpRequest.Builder request = request("/v1/reports").header("Content-Type", "application/json");
        return http.sendAsync(
                (gzip ? request.header("Content-Encoding", "gzip") : request)
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    static byte[] gunzip(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    HttpResponse<byte[]> withdraw(String id, String secret, String number) {
        return send(request("/v1/reports/" + id)
                .header(ReportHeaders.SECRET, secret)
                .header(ReportHeaders.NUMBER, number)
                .DELETE());
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).GET());
    }

    boolean ready() {
        return get("/q/health/ready").statusCode() == 200;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static ReportVerdict verdict(HttpResponse<byte[]> response) {
        return Json.read(response.body(), ReportVerdict.class);
    }

    static ReportVerdict[] verdicts(HttpResponse<byte[]> response) {
        return Json.read(response.body(), ReportVerdict[].class);
    }

    static Problem problem(HttpResponse<byte[]> response) {
        return Json.read(response.body(), Problem.class);
    }
}
