package io.auralis.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    @Test
    void aRunningProcessIsRecognisedUntilItEnds() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "600").start();
        try {
            ProcessIdentity identity = ProcessIdentity.of(sleeper.toHandle());
            assertThat(identity.alive()).contains(sleeper.toHandle());
            sleeper.destroyForcibly();
            assertThat(sleeper.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(identity.alive()).isEmpty();
        } finally {
            sleeper.destroyForcibly();
        }
    }

    @Test
    void anotherProcessWithTheSameIdIsNotTakenForIt() {
        ProcessIdentity ofThis = ProcessIdentity.of(ProcessHandle.current());
        assertThat(ofThis.alive()).isPresent();
        ProcessIdentity beforeTheReboot = new ProcessIdentity(ofThis.pid(), "another-boot:1");
        assertThat(beforeTheReboot.alive()).isEmpty();
    }
}
