package io.auralis.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Agents as they are: each opens a connection, sends one report and goes; forty of them a second. */
final class PoliteClients {
    private static final int THREADS = 8;
    private static final Duration EACH = Duration.ofMillis(200);

    private final int port;
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger errors = new AtomicInteger();

    private PoliteClients(int port) {
        this.port = port;
    }

    static PoliteClients run(int port, Duration time) throws InterruptedException {
        PoliteClients clients = new PoliteClients(port);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int thread = 0; thread < THREADS; thread++) {
            threads.execute(() -> clients.run(System.nanoTime() + time.toNanos()));
        }
        threads.shutdown();
        if (!threads.awaitTermination(time.toSeconds() + 120, TimeUnit.SECONDS)) {
            throw new AssertionError("the clients did not end");
        }
        return clients;
    }

    private void run(long end) {
        for (long next = System.nanoTime(); next < end; next += EACH.toNanos()) {
            LockSupport.parkNanos(next - System.nanoTime());
            long start = System.nanoTime();
            if (!accepted()) {
                errors.incrementAndGet();
            }
            nanos.add(System.nanoTime() - start);
        }
    }

    private boolean accepted() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(UnderLoadIT.request(PackagedService.report(), "close"));
            return new String(socket.getInputStream().readNBytes(12)).endsWith(" 202");
        } catch (IOException e) {
            return false;
        }
    }

    int requests() {
        return nanos.size();
    }

    int errors() {
        return errors.get();
    }

    Duration percentile(int percent) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100));
    }

    @Override
    public String toString() {
        return requests() + " requests, " + errors() + " errors, p50 "
                + percentile(50).toMillis() + " ms, p99 " + percentile(99).toMillis() + " ms";
    }
}
