package io.auralis.benchmarks.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Single requests to what is measured. */
public final class Web {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Web() {}

    /** Whether a GET is answered with 2xx within two seconds. */
    public static boolean answers(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET(), Duration.ofSeconds(2))
                .map(HttpResponse::statusCode)
                .filter(status -> status / 100 == 2)
                .isPresent();
    }

    /** The answer, or nothing where there was none in time. */
    public static Optional<HttpResponse<String>> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET(), Duration.ofSeconds(10));
    }

    /** The answer to a body, or nothing where there was none in time. */
    public static Optional<HttpResponse<String>> post(String url, String contentType, byte[] body, Duration patience) {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body)),
                patience);
    }

    private static Optional<HttpResponse<String>> send(HttpRequest.Builder request, Duration patience) {
        try {
            return Optional.of(CLIENT.send(request.timeout(patience).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }
}
