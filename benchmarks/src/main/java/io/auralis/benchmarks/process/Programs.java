package io.auralis.benchmarks.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command lines of what is measured: all with the same heap and the JVM's own defaults otherwise, unlike the local
 * stack, which saves memory and start-up time.
 *
 * @param root of the checkout
 * @param heap of each process, as after {@code -Xmx}
 */
public record Programs(Path root, String heap) {
    /** @param root as the launcher says ({@code auralis.root}) */
    public static Programs ofThisProcess(String heap) {
        String root = System.getProperty("auralis.root");
        if (root == null) {
            throw new BenchmarkException("Start this through ./auralis: the system property auralis.root is missing.");
        }
        return new Programs(Path.of(root), heap);
    }

    /** A Quarkus module's packaged application. */
    public List<String> service(String module) {
        Path jar = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new BenchmarkException(module + " is not built (" + jar + " is missing).");
        }
        List<String> command = java();
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** A main class on this process's class path. */
    public List<String> own(String mainClass, List<String> arguments) {
        List<String> command = java();
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return command;
    }

    private List<String> java() {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + heap,
                "-Xmx" + heap,
                "-Dfile.encoding=UTF-8"));
    }
}
