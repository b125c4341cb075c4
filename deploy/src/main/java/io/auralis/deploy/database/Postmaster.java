package io.auralis.deploy.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL's server process on a data folder, found through its own lock file; it may outlive whoever started it. */
final class Postmaster {
    private static final String LOCK = "postmaster.pid";
    private static final long STOPS_WITHIN_SECONDS = 60;

    private Postmaster() {}

    static Optional<ProcessHandle> running(Path data) {
        try {
            Path lock = data.resolve(LOCK);
            return Files.exists(lock) ? serverOf(Files.readAllLines(lock)) : Optional.empty();
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    /**
     * Stops a server that still runs on the data folder, cleanly, and removes a lock file whose server is gone: after a
     * reboot its process id may belong to any program, and PostgreSQL would refuse to start.
     *
     * @throws IllegalStateException when it does not stop
     */
    static void stop(Path data) {
        Path lock = data.resolve(LOCK);
        try {
            Optional<ProcessHandle> server = running(data);
            if (server.isPresent()) {
                // SIGINT is PostgreSQL's fast shutdown: sessions are ended, the data are flushed. Java can only send
                // SIGTERM,
                // which would wait for every session to leave.
                new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid()))
                        .inheritIO()
                        .start()
                        .waitFor();
                server.get().onExit().get(STOPS_WITHIN_SECONDS, TimeUnit.SECONDS);
            }
            Files.deleteIfExists(lock);
        } catch (IOException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("a PostgreSQL server still holds " + data + " and does not stop", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while stopping PostgreSQL", interrupted);
        }
    }

    private static Optional<ProcessHandle> serverOf(List<String> lock) {
        if (lock.isEmpty() || !lock.get(0).strip().matches("\\d{1,10}")) return Optional.empty();
        return ProcessHandle.of(Long.parseLong(lock.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    }
}
