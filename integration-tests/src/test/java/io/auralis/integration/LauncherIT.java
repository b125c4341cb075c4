package io.auralis.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Cron and systemd set none; of one that is not installed a name is all there is. */
    @ParameterizedTest
    @ValueSource(strings = {"", "C", "xx_XX.UTF-8"})
    void namesBeyondAsciiAreReadAndWrittenInAnyLocale(String locale) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path music = Files.createDirectory(folder.resolve("Motörhead"));
        noise(music.resolve("Où 山.wav"));
        Path masters = folder.resolve("gemästert");
        Map<String, String> environment = Map.of("LC_ALL", locale, "LC_CTYPE", "", "LANG", "");
        run(home, environment, "master", music.toString(), "--output-dir", masters.toString());
        assertThat(masters.resolve("Où 山 (Auralis).flac")).exists();
    }

    private static void noise(Path file) throws IOException {
        byte[] samples = new byte[2 * 4 * 44_100];
        new Random(1).nextBytes(samples);
        AudioFormat format = new AudioFormat(44_100, 16, 2, true, false);
        AudioInputStream stream =
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / format.getFrameSize());
        AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }

    private void run(Path home, String... arguments) throws Exception {
        run(home, Map.of(), arguments);
    }

    private void run(Path home, Map<String, String> environment, String... arguments) throws Exception {
        Path output = folder.resolve("output");
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("auralis").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("AURALIS_NO_BUILD", "1");
        builder.environment().remove("AURALIS_HOME");
        builder.environment().putAll(environment);
        Process launcher = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(launcher.exitValue()).as(Files.readString(output)).isZero();
    }
}
