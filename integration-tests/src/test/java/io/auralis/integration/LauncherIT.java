package io.auralis.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                ROOT.resolve("auralis").toString(), "update-profile", "STUDIO", "--bass", "1.0", "--reason", "a test"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AURALIS_NO_BUILD", "1");
        builder.environment().remove("AURALIS_HOME");
        Process launcher = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).as(Files.readString(output)).isZero();
        assertThat(home.resolve(".auralis/personal/profile")).isDirectory();
    }
}
