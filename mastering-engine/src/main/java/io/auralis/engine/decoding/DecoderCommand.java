package io.auralis.engine.decoding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a decoder: the running JVM's program and class path, and options for a quick start in little memory. */
final class DecoderCommand {
    /** A cover of 40 MB, some copies of it on its way, and blocks of samples. */
    private static final String HEAP = "-Xmx256m";

    /** Blocks die at once; without it the JVM lets 60 MB of them lie. */
    private static final String YOUNG_HEAP = "-Xmn8m";

    /** The last JDK that does not ask for leave to call native code is 23. */
    private static final int FIRST_THAT_ASKS_FOR_NATIVE_ACCESS = 24;

    /** A class-data archive that the launcher has made; with it the JVM starts in half the time. */
    private static final String CLASSES = "auralis.classes";

    /** Where FFmpeg is unpacked to goes by these. */
    private static final List<String> HANDED_ON =
            List.of("user.home", "java.io.tmpdir", "org.bytedeco.javacpp.cachedir");

    private DecoderCommand() {}

    static List<String> ofThisProgram(Class<?> main) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                HEAP,
                YOUNG_HEAP,
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                // What a crash would leave: a report in the working folder, a core dump, words on the answers' pipe.
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+ExitOnOutOfMemoryError"));
        if (Runtime.version().feature() >= FIRST_THAT_ASKS_FOR_NATIVE_ACCESS) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        String classes = System.getProperty(CLASSES);
        if (classes != null) {
            // An archive that does not fit is not used; the JVM's words about it must not get between the answers.
            command.addAll(List.of("-XX:SharedArchiveFile=" + classes, "-Xlog:disable", "-Xlog:all=error:stderr"));
        }
        for (String name : HANDED_ON) {
            String value = System.getProperty(name);
            if (value != null) {
                command.add("-D" + name + "=" + value);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        return command;
    }
}
