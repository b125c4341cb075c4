package io.auralis.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.simulator.SimulationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommandsTest {
    @TempDir
    Path root;

    @Test
    void handsOnArgumentsAndEnvironmentAndReadsWhatIsPrinted() throws Exception {
        Commands commands = launcher("echo \"{\\\"said\\\": \\\"$1 $2 $HOME_OF_DEMO\\\"}\"");
        assertThat(commands.json("model").path("said").asText()).isEqualTo("model --json here");
    }

    @Test
    void tellsProgressLineByLine() throws Exception {
        List<String> lines = new ArrayList<>();
        launcher("echo one >&2; echo two >&2").run(lines::add, "up");
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void aFailureNamesTheCommandItsExitCodeAndItsComplaint() throws Exception {
        Commands commands = launcher("echo 'auralis: the disk is full.' >&2; exit 3");
        assertThatThrownBy(() -> commands.run(line -> {}, "master", "my song.wav"))
                .isInstanceOf(SimulationException.class)
                .hasMessage("'auralis master \"my song.wav\"' ended with exit code 3: auralis: the disk is full.");
    }

    @Test
    void closingEndsTheCommandThatRunsAndRefusesOthersButTheLast() throws Exception {
        Commands commands = launcher("[ \"$1\" = down ] && exit 0; echo started >&2; exec sleep 600");
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<String> running =
                CompletableFuture.supplyAsync(() -> commands.run(line -> started.countDown(), "up"));
        started.await();
        commands.close();
        assertThatThrownBy(running::join).hasCauseInstanceOf(SimulationException.class);
        assertThatThrownBy(() -> commands.run(line -> {}, "up")).hasMessage("The demo was stopped.");
        assertThat(commands.runLast(line -> {}, "down")).isEmpty();
    }

    private Commands launcher(String script) throws IOException {
        Path launcher = root.resolve("auralis");
        Files.writeString(launcher, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        return new Commands(root, Map.of("HOME_OF_DEMO", "here"));
    }
}
