package io.auralis.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import io.auralis.simulator.SimulationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code ./auralis} as a listener, an operator or a maintainer types it, each command a process of its own, with the
 * demo's own homes: what is shown is what they would see.
 */
final class Commands {
    private final Path launcher;
    private final Map<String, String> environment;
    private @Nullable Process running;
    private boolean closed;

    /**
     * @param root of the checkout
     * @param environment variables beyond this process's own
     */
    Commands(Path root, Map<String, String> environment) {
        this.launcher = root.resolve("auralis");
        this.environment = Map.copyOf(environment);
    }

    /**
     * Runs a command that must succeed.
     *
     * @param progress told each line of its standard error
     * @return its standard output
     */
    String run(Consumer<String> progress, String... arguments) {
        return run(false, progress, List.of(arguments));
    }

    /** Runs a command that must succeed, quietly, and reads the JSON it prints. */
    JsonNode json(String... arguments) {
        return json(line -> {}, arguments);
    }

    /** As {@link #json(String...)}, telling its progress. */
    JsonNode json(Consumer<String> progress, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        return Json.read(run(false, progress, all).getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    /** Asks the command that runs to end, if one does, and refuses all others from now on but {@link #runLast}. */
    synchronized void close() {
        closed = true;
        Process ending = running;
        if (ending != null) ending.destroy();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Runs a command that cleans up, out of reach of the terminal's Ctrl-C where the system has sessions. */
    String runLast(Consumer<String> progress, String... arguments) {
        return run(true, progress, List.of(arguments));
    }

    private String run(boolean last, Consumer<String> progress, List<String> arguments) {
        List<String> words = new ArrayList<>();
        Path setsid = Path.of("/usr/bin/setsid");
        if (last && Files.isExecutable(setsid)) words.addAll(List.of(setsid.toString(), "--wait"));
        words.add(launcher.toString());
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(environment);
        try {
            Process process;
            synchronized (this) {
                if (closed && !last) throw new SimulationException("The demo was stopped.");
                process = builder.start();
                running = last ? null : process;
            }
            LastLine complaint = new LastLine();
            Thread errors = new Thread(() -> read(process, complaint, progress), "read-errors");
            errors.start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            errors.join();
            synchronized (this) {
                running = null;
            }
            if (code != 0) {
                throw new SimulationException(
                        "'auralis " + shown(arguments) + "' ended with exit code " + code + ": " + complaint.text);
            }
            return out;
        } catch (IOException failed) {
            throw new SimulationException("Cannot run " + launcher + ": " + failed.getMessage() + ".", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SimulationException("The demo was interrupted.", interrupted);
        }
    }

    /** Words as a shell takes them. */
    static String shown(List<String> words) {
        StringJoiner joined = new StringJoiner(" ");
        words.forEach(word -> joined.add(word.matches("[-\\w./:=+]+") ? word : "\"" + word + "\""));
        return joined.toString();
    }

    private static void read(Process process, LastLine last, Consumer<String> progress) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) last.text = line;
                progress.accept(line);
            }
        } catch (IOException ended) {
            last.text = String.valueOf(ended.getMessage());
        }
    }

    /** What a command said last, written by the thread that reads it and read once that has ended. */
    private static final class LastLine {
        private String text = "it said nothing";
    }
}
