package io.auralis.benchmarks.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program to its end for what it prints. */
public final class Output {
    private Output() {}

    /**
     * @return its lines on standard output
     * @throws BenchmarkException when it fails; then its output is in the message
     */
    public static List<String> of(String name, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchmarkException(name + " failed: " + text.strip());
            }
            return text.lines().toList();
        } catch (IOException e) {
            throw new BenchmarkException("Cannot run " + name + ": " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }
}
