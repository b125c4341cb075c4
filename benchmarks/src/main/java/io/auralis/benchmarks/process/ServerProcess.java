package io.auralis.benchmarks.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process that serves until it is closed. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    private static final long ASK_EVERY_MILLIS = 200;

    private final String name;
    private final Path log;
    private final Process process;

    private ServerProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** @param log that its output is appended to */
    public static ServerProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            // Whoever ends the benchmark early must not find its servers running.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end " + name));
            return new ServerProcess(name, log, process);
        } catch (IOException e) {
            throw new BenchmarkException("Cannot start " + name + ": " + e.getMessage() + ".", e);
        }
    }

    /** @throws BenchmarkException when it ends instead, or does not get ready within two minutes */
    public ServerProcess awaitReady(BooleanSupplier ready) {
        long begun = System.nanoTime();
        while (!ready.getAsBoolean()) {
            if (endsWithin(Duration.ofMillis(ASK_EVERY_MILLIS))) {
                throw new BenchmarkException(name + " ended before it was ready; its log is " + log + ".");
            }
            if (System.nanoTime() - begun > READY_WITHIN.toNanos()) {
                throw new BenchmarkException(
                        name + " did not get ready within " + READY_WITHIN.toSeconds() + " s; its log is " + log + ".");
            }
        }
        return this;
    }

    /** Waits at most so long for its end. */
    public boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        if (!endsWithin(STOPS_WITHIN)) {
            process.destroyForcibly();
        }
    }
}
