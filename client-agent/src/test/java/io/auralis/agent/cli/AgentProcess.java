package io.auralis.agent.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The program as a process of its own: what a signal or the locale does to it shows in no other way. */
final class AgentProcess {
    private AgentProcess() {}

    /** @param environment beside the test's own */
    static Process start(Path home, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Auralis.class.getName()),
                        Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("AURALIS_HOME", home.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** All that it says, until it ends. */
    static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
