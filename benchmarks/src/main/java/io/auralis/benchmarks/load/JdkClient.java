package io.auralis.benchmarks.load;

import io.auralis.benchmarks.payload.BodyFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The JDK's own client, where wrk is not installed: it costs several times as much per request, so its figures say that
 * things work, not how fast.
 */
public final class JdkClient implements Client {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public Measured run(Load load) {
        List<HttpRequest> requests = BodyFile.read(load.bodies()).stream()
                .map(body -> request(load, body))
                .toList();
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + load.seconds() * 1_000_000_000L;
        List<CompletableFuture<Answers>> connections = new ArrayList<>();
        for (int connection = 0; connection < load.connections(); connection++) {
            connections.add(oneAfterTheOther(requests, next, end, new Answers()));
        }
        Answers all = new Answers();
        connections.forEach(connection -> all.add(connection.join()));
        return all.measured((System.nanoTime() - begun) / 1e9);
    }

    @Override
    public String name() {
        return "the JDK's client";
    }

    private static HttpRequest request(Load load, byte[] body) {
        return HttpRequest.newBuilder(URI.create(load.url()))
                .header("Content-Type", load.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private CompletableFuture<Answers> oneAfterTheOther(
            List<HttpRequest> requests, AtomicInteger next, long end, Answers answers) {
        long sent = System.nanoTime();
        if (sent >= end) {
            return CompletableFuture.completedFuture(answers);
        }
        HttpRequest request = requests.get(Math.floorMod(next.getAndIncrement(), requests.size()));
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((response, failure) -> {
                    boolean good = failure == null && response.statusCode() / 100 == 2;
                    answers.add(System.nanoTime() - sent, good);
                    return answers;
                })
                .thenComposeAsync(ignored -> oneAfterTheOther(requests, next, end, answers));
    }

    /** Times of one connection's answers; one after the other, so that no lock is needed. */
    private static final class Answers {
        private final List<Long> nanos = new ArrayList<>();
        private long errors;

        void add(long nanosTaken, boolean good) {
            nanos.add(nanosTaken);
            errors += good ? 0 : 1;
        }

        void add(Answers others) {
            nanos.addAll(others.nanos);
            errors += others.errors;
        }

        Measured measured(double seconds) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return new Measured(sorted.length, seconds, millis(sorted, 0.5), millis(sorted, 0.99), errors);
        }

        private static double millis(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)] / 1e6;
        }
    }
}
