package io.auralis.ingest.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.ingest.MovableClock;
import io.auralis.tokens.TokenKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRingTest {
    private final MovableClock clock = new MovableClock("2026-11-25T00:00:00Z");

    @TempDir
    Path temporary;

    @Test
    void theFirstStartMakesOneKeyForItsOwnerOnly() throws IOException {
        KeyRing ring = ring();
        assertThat(keyFiles()).singleElement().satisfies(file -> {
            assertThat(file.getFileName()).hasToString("1795564800.pem");
            assertThat(permissions(file)).isEqualTo("rw-------");
        });
        assertThat(permissions(folder())).isEqualTo("rwx------");
        assertThat(ring.verifying(idOf(ring))).contains(ring.issuing().publicKey());
    }

    @Test
    void aRestartAndAnotherInstanceFindTheSameKey() {
        assertThat(idOf(ring())).isEqualTo(idOf(ring())).isEqualTo(idOf(ring()));
    }

    @Test
    void instancesThatFindTheFolderEmptyTogetherEndUpWithOneKey() throws IOException {
        List<String> ids = IntStream.range(0, 8)
                .parallel()
                .mapToObj(instance -> idOf(ring()))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(keyFiles()).hasSize(1);
    }

    @Test
    void aKeyIssuesForItsIntervalThenVerifiesThenIsRefusedThenIsDeleted() throws IOException {
        KeyRing ring = ring();
        String first = idOf(ring);
        clock.forward(Duration.ofDays(30).minusSeconds(1));
        ring.refresh();
        assertThat(idOf(ring)).isEqualTo(first);

        clock.forward(Duration.ofSeconds(1));
        ring.refresh();
        assertThat(idOf(ring)).isNotEqualTo(first);
        assertThat(ring.verifying(first)).isPresent();

        clock.forward(Duration.ofDays(60).minusSeconds(1));
        assertThat(ring.verifying(first)).isPresent();
        clock.forward(Duration.ofSeconds(1));
        assertThat(ring.verifying(first)).isEmpty();
        assertThat(ring.retired()).isEmpty();

        clock.forward(Duration.ofDays(1));
        assertThat(ring.retired()).containsExactly(first);
        ring.forget(first);
        assertThat(ring.retired()).isEmpty();
        assertThat(keyFiles()).hasSize(1);
    }

    @Test
    void aKeyWhoseTimeIsNotOverIsNeverForgotten() throws IOException {
        KeyRing ring = ring();
        ring.forget(idOf(ring));
        assertThat(keyFiles()).hasSize(1);
    }

    @Test
    void anotherInstancesNewKeyIsFoundWhenATokenShowsIt() {
        KeyRing slow = ring();
        clock.forward(Duration.ofDays(30));
        KeyRing quick = ring();
        assertThat(idOf(quick)).isNotEqualTo(idOf(slow));
        assertThat(slow.verifying(idOf(quick)).map(TokenKey::idHex)).contains(idOf(quick));
    }

    @Test
    void noTwoKeysShareTheByteThatRequestsNameThemBy() {
        KeyRing ring = new KeyRing(
                new KeyFolder(folder(), new SecureRandom()), Duration.ofSeconds(1), Duration.ofDays(60), clock);
        List<Integer> truncated = IntStream.range(0, 12)
                .mapToObj(turn -> {
                    clock.forward(Duration.ofSeconds(1));
                    ring.refresh();
                    return ring.issuing().publicKey().truncatedId();
                })
                .toList();
        assertThat(truncated).doesNotHaveDuplicates();
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws IOException {
        Files.writeString(folder(), "a file in its place");
        assertThatThrownBy(this::ring).hasMessageContaining("auralis.ingest.tokens.key-folder");
    }

    @Test
    void aFileThatIsNoKeyIsNotPassedOver() throws IOException {
        ring();
        Files.writeString(folder().resolve("1795564801.pem"), "nonsense");
        assertThatThrownBy(this::ring).hasMessageContaining("is no key");
    }

    private KeyRing ring() {
        return KeyRings.in(folder(), clock);
    }

    private Path folder() {
        return temporary.resolve("token-keys");
    }

    private static String idOf(KeyRing ring) {
        return ring.issuing().publicKey().idHex();
    }

    private List<Path> keyFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> !file.endsWith("lock")).toList();
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
