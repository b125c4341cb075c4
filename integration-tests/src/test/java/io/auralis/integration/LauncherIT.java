package io.auralis.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./auralis} as a shell starts it, without its own build: the reactor has built what it runs. */
class LauncherIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    /** Java's own idea of the home comes from the system's accounts. */
    @Test
    void whatItKeepsIsUnderTheHomeOfTheEnvironment() throws Exception {
        Path home = Files.createDirectory(folder.resolve("a home with blanks"));
        run(home, "update-profile", "STUDIO", "--bass", "1.0", "--reason", "a test");
        assertThat(home.resolve(".auralis/personal/profile")).isDirectory();
    }

    /** Without it each command takes a second longer; were it tried at each start in vain, five. */
    @Test
    void theFirstStartLeavesAnArchiveOfItsClasses() throws Exception {
        Path state = Files.createDirectories(ROOT.resolve("target/launcher"));
        run(Files.createDirectory(folder.resolve("home")), "gear");
        assertThat(state.resolve("agent-" + Runtime.version().feature() + ".jsa"))
                .isNotEmptyFile();
    }

    private void run(Path home, String... arguments) throws Exception {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("auralis").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AURALIS_NO_BUILD", "1");
        builder.environment().remove("AURALIS_HOME");
        Process launcher = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).as(Files.readString(output)).isZero();
    }
}
