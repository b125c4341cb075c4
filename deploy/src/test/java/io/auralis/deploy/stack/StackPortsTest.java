package io.auralis.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.deploy.net.FreePort;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackPortsTest {
    @TempDir
    Path root;

    @Test
    void portsAreFreeAtFirstThenRememberedAndReplacedOnlyByChoice() {
        StackFolder folder = new StackFolder(root.resolve("stack"));
        folder.create();
        StackPorts first = StackPorts.of(folder, Map.of());
        assertThat(first.byMember().values()).doesNotHaveDuplicates().allMatch(FreePort::isFree);
        first.remember(folder);
        assertThat(StackPorts.of(folder, Map.of())).isEqualTo(first);

        StackPorts moved = StackPorts.of(folder, Map.of(Member.BROKER, 9092));
        assertThat(moved.of(Member.BROKER)).isEqualTo(9092);
        assertThat(moved.of(Member.INGEST)).isEqualTo(first.of(Member.INGEST));
        assertThat(StackState.of(folder, moved).kafka()).isEqualTo("127.0.0.1:9092");
    }
}
