package io.auralis.deploy.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Java and the built modules that the stack runs.
 *
 * @param root of the checkout, with one folder per module
 * @param jdk home of a Java of 17 or newer
 * @param classPath of this module, for broker and database
 * @param settings environment variables of the services, above those of this process
 */
public record Installation(Path root, Path jdk, String classPath, Map<String, String> settings) {
    /** What the launcher said ({@code auralis.root}, {@code auralis.jdk}), else this process's own Java. */
    public static Installation ofThisProcess() {
        String root = System.getProperty("auralis.root");
        if (root == null)
            throw new StackException("Start this through ./auralis: the system property auralis.root is missing.");
        return new Installation(
                Path.of(root),
                Path.of(System.getProperty("auralis.jdk", System.getProperty("java.home"))),
                System.getProperty("java.class.path"),
                Map.of());
    }

    /** Throws when a service is not built. */
    void check() {
        for (Member member : List.of(Member.INGEST, Member.AGGREGATOR, Member.PUBLISHER))
            if (!Files.exists(jar(member.title())))
                throw new StackException("The module " + member.title() + " is not built (" + jar(member.title())
                        + " is missing); build it with ./mvnw package.");
    }

    List<String> own(String heap, String mainClass, String... arguments) {
        List<String> command = java(heap);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    List<String> service(String module, String heap) {
        List<String> command = java(heap);
        command.addAll(List.of("-jar", jar(module).toString()));
        return command;
    }

    private Path jar(String module) {
        return root.resolve(module).resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
    }

    private List<String> java(String heap) {
        List<String> command = new ArrayList<>(List.of(
                jdk.resolve("bin").resolve("java").toString(),
                "-Xmx" + heap,
                // Five processes share one small machine: little memory and a quick start matter more than peak speed.
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                // The launcher took it from HOME; Java by itself would ask the system's accounts.
                "-Duser.home=" + System.getProperty("user.home"),
                "-Dfile.encoding=UTF-8"));
        // From 24 on Java warns of the native code that Kafka Streams (RocksDB) and others load.
        if (feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        return command;
    }

    private int feature() {
        try {
            return Files.readAllLines(jdk.resolve("release")).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("\\D+", " ").strip().split(" ", -1)[0])
                    .map(Integer::parseInt)
                    .findFirst()
                    .orElse(Runtime.version().feature());
        } catch (java.io.IOException noReleaseFile) {
            return Runtime.version().feature();
        }
    }
}
