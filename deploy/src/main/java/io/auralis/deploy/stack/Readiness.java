package io.auralis.deploy.stack;

import io.auralis.deploy.broker.LocalBroker;
import io.auralis.deploy.database.LocalDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a member itself whether it is ready: a client of Kafka, a session of PostgreSQL, a service's readiness probe. */
final class Readiness {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final StackFolder folder;
    private final StackState state;
    private final StackPorts ports;

    Readiness(StackFolder folder, StackState state, StackPorts ports) {
        this.folder = folder;
        this.state = state;
        this.ports = ports;
    }

    boolean isReady(Member member) {
        // A closed port answers at once, and the clients below are not made for being asked every tenth of a second.
        if (!isOpen(ports.of(member))) return false;
        return switch (member) {
            case DATABASE -> LocalDatabase.answers(folder.database(), state.databaseUrl());
            case BROKER -> LocalBroker.answers(state.kafka());
            case INGEST, AGGREGATOR, PUBLISHER -> isHealthy(state.addressOf(member));
        };
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), Math.toIntExact(ANSWER_WITHIN.toMillis()));
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private boolean isHealthy(String address) {
        HttpRequest probe = HttpRequest.newBuilder(URI.create(address + "/q/health/ready"))
                .timeout(ANSWER_WITHIN)
                .build();
        try {
            return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException silent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + address + ".", interrupted);
        }
    }
}
