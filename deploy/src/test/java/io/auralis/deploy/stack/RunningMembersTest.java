package io.auralis.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningMembersTest {
    @TempDir
    Path root;

    private StackFolder folder;
    private RunningMembers running;
    private Process sleeper;

    @BeforeEach
    void startAProcess() throws Exception {
        folder = new StackFolder(root.resolve("stack"));
        folder.create();
        running = new RunningMembers(folder);
        sleeper = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void endIt() {
        sleeper.destroyForcibly();
    }

    @Test
    void stopsTheProcessThatItRemembers() throws Exception {
        running.remember(Member.INGEST, sleeper.toHandle());
        assertThat(running.process(Member.INGEST)).contains(sleeper.toHandle());
        List<String> said = new ArrayList<>();
        running.stop(EnumSet.of(Member.INGEST), said::add);
        assertThat(sleeper.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).containsExactly("Stopped ingest-service.");
        assertThat(running.isRemembered(Member.INGEST)).isFalse();
    }

    @Test
    void leavesAStrangerAloneWhoGotTheSameIdAfterAReboot() throws Exception {
        folder.write(
                folder.run(Member.INGEST), Json.canonicalText(new ProcessIdentity(sleeper.pid(), "another-boot:1")));
        running.stop(EnumSet.of(Member.INGEST), said -> {});
        assertThat(sleeper.isAlive()).isTrue();
        assertThat(running.isRemembered(Member.INGEST)).isFalse();
    }

    @Test
    void aTornRunFileNamesNobody() throws Exception {
        Files.writeString(folder.run(Member.BROKER), "{\"pid\":" + sleeper.pid());
        assertThat(running.process(Member.BROKER)).isEmpty();
        assertThat(running.isRemembered(Member.BROKER)).isTrue();
    }
}
