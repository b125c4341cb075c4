package io.auralis.integration;

import io.auralis.integration.Load.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Eight clients that share a load, each taking the next one to twenty steps at a time. */
final class Crew implements AutoCloseable {
    private static final int CLIENTS = 8;
    private static final int MOST_AT_A_TIME = 20;
    private static final Duration GATE = Duration.ofMillis(5);

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final Load load;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger settled = new AtomicInteger();
    private volatile double limit;
    private final List<Client> clients;
    private final List<Future<List<Step>>> working;

    Crew(Load load, String ingest, long seed) {
        this.load = load;
        this.clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> new Client(ingest, load, seed + client))
                .toList();
        this.working = IntStream.range(0, CLIENTS)
                .mapToObj(client -> threads.submit(() -> work(clients.get(client), new Random(seed - 1 - client))))
                .toList();
    }

    private List<Step> work(Client client, Random random) {
        List<Step> acknowledged = new ArrayList<>();
        while (true) {
            while (limit < 1 && progress() >= limit) {
                if (Thread.currentThread().isInterrupted()) {
                    return acknowledged;
                }
                LockSupport.parkNanos(GATE.toNanos());
            }
            int size = 1 + random.nextInt(MOST_AT_A_TIME);
            int from = next.getAndAdd(size);
            if (from >= load.steps().size()) {
                return acknowledged;
            }
            int to = Math.min(from + size, load.steps().size());
            acknowledged.addAll(client.settle(load.steps().subList(from, to)));
            settled.addAndGet(to - from);
        }
    }

    /** Lets the clients go on until so much of the load is settled, so that what befalls the stack finds them at work. */
    void allow(double progress) {
        limit = progress;
    }

    /** How much of the load is settled, 0 to 1. */
    double progress() {
        return (double) settled.get() / load.steps().size();
    }

    /** Waits until so much is settled, or no more will be. */
    void awaitProgress(double progress) {
        while (progress() < progress && !isDone()) {
            LockSupport.parkNanos(GATE.toNanos());
        }
    }

    /** Whether a client has failed or all have done their part. */
    private boolean isDone() {
        // A client whose part is done has returned only if all was taken, so one that returned before has failed.
        return working.stream().anyMatch(Future::isDone);
    }

    /** Waits for the clients; every step that the service acknowledged, duplicates included. */
    List<Step> acknowledged() throws Exception {
        List<Step> all = new ArrayList<>();
        for (Future<List<Step>> each : working) {
            all.addAll(each.get());
        }
        return all;
    }

    long repetitions() {
        return clients.stream().mapToLong(Client::repetitions).sum();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
