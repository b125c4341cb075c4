package io.auralis.publisher.tuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigstore.tuf.InvalidHashesException;
import dev.sigstore.tuf.RoleExpiredException;
import dev.sigstore.tuf.RollbackVersionException;
import dev.sigstore.tuf.SignatureVerificationException;
import dev.sigstore.tuf.TargetMetadataMissingException;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TufRepositoryWriterTest {
    private static final String NEWEST = "base-model-1.0.0.json";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-25T00:00:00Z"));

    @TempDir
    Path folder;

    private Path directory;
    private Path metadata;

    @BeforeEach
    void name() {
        directory = folder.resolve("publisher");
        metadata = directory.resolve("repository/metadata");
    }

    @Test
    void aFreshClientGetsTheNewestModel() throws Exception {
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn());
            TufClient client = client("fresh");
            client.update();
            assertThat(client.download(NEWEST)).isEqualTo(BuiltInModels.bytes(SemanticVersion.parse("1.0.0")));
        }
        assertThat(read("1.targets.json")
                        .get("signed")
                        .get("targets")
                        .get(NEWEST)
                        .get("custom"))
                .isEqualTo(Json.mapper().readTree("""
                {"version": "1.0.0", "channel": "stable",
                 "sigstore": {"status": "Active", "usage": "base-model"}}"""));
    }

    @Test
    void aClientFollowsReleaseYankAndRefresh() throws Exception {
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn().subList(0, 1));
            TufClient client = client("steady");
            client.update();
            assertThatThrownBy(() -> client.download(NEWEST)).isInstanceOf(TargetMetadataMissingException.class);

            writer.publish(builtIn());
            client.update();
            client.download(NEWEST);

            writer.refresh();
            client.update();
            assertThat(version("timestamp.json")).isEqualTo(3);

            writer.publish(builtIn().subList(0, 1));
            client.update();
            assertThatThrownBy(() -> client.download(NEWEST)).isInstanceOf(TargetMetadataMissingException.class);
        }
    }

    @Test
    void aFlippedByteInATargetIsRefused() throws Exception {
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn());
        }
        flip(targetFile(NEWEST), 100);
        TufClient client = client("a");
        client.update();
        assertThatThrownBy(() -> client.download(NEWEST)).isInstanceOf(InvalidHashesException.class);
    }

    @Test
    void anOlderTimestampIsRefused() throws Exception {
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn().subList(0, 1));
            byte[] old = Files.readAllBytes(metadata.resolve("timestamp.json"));
            writer.publish(builtIn());
            TufClient client = client("a");
            client.update();
            Files.write(metadata.resolve("timestamp.json"), old);
            assertThatThrownBy(client::update).isInstanceOf(RollbackVersionException.class);
        }
    }

    @Test
    void anOlderSnapshotUnderANewerTimestampIsRefused() throws Exception {
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn().subList(0, 1));
            byte[] oldSnapshot = Files.readAllBytes(metadata.resolve("1.snapshot.json"));
            byte[] oldTargets = Files.readAllBytes(metadata.resolve("1.targets.json"));
            writer.publish(builtIn());
            Files.write(metadata.resolve("2.snapshot.json"), oldSnapshot);
            assertThatThrownBy(() -> client("a").update()).isInstanceOf(InvalidHashesException.class);
            writer.publish(builtIn().subList(0, 1));
            Files.write(metadata.resolve("3.targets.json"), oldTargets);
            assertThatThrownBy(() -> client("b").update()).isInstanceOf(InvalidHashesException.class);
        }
    }

    @Test
    void anExpiredTimestampIsRefusedUntilItIsSignedAgain() throws Exception {
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn());
            clock.advance(Duration.ofHours(25));
            assertThatThrownBy(() -> client("a").update()).isInstanceOf(RoleExpiredException.class);
            writer.refresh();
            client("a").update();
        }
    }

    @Test
    void anotherRepositorysKeysAreRefused() throws Exception {
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn());
        }
        Path other = folder.resolve("other");
        try (TufRepositoryWriter writer = TufRepositoryWriter.open(other, TufPolicy.standard(), clock)) {
            writer.publish(builtIn());
            Files.copy(
                    other.resolve("repository/metadata/timestamp.json"),
                    metadata.resolve("timestamp.json"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        assertThatThrownBy(() -> client("a").update()).isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void everythingIsRenewedBeforeItExpiresWhileTheServiceRuns() throws Exception {
        TufPolicy policy =
                TufPolicy.of(Duration.ofDays(20), Duration.ofDays(10), Duration.ofDays(4), Duration.ofDays(1));
        try (TufRepositoryWriter writer = TufRepositoryWriter.open(directory, policy, clock)) {
            writer.publish(builtIn());
            TufClient client = client("steady");
            client.update();
            for (int round = 0; round < 40; round++) {
                clock.advance(Duration.ofHours(20));
                writer.refresh();
                assertThat(writer.expiries().values()).allMatch(expiry -> expiry.isAfter(clock.instant()));
            }
            client.update();
            assertThat(client.download(NEWEST)).isNotEmpty();
            client("late").update();
        }
        assertThat(metadata.resolve("3.root.json")).exists();
    }

    @Test
    void aRoleWithTwoOfThreeKeysNeedsTwo() throws Exception {
        RolePolicy single = new RolePolicy(1, 1, Duration.ofDays(30));
        TufPolicy policy = new TufPolicy(
                new RolePolicy(2, 2, Duration.ofDays(365)), new RolePolicy(3, 2, Duration.ofDays(30)), single, single);
        try (TufRepositoryWriter writer = TufRepositoryWriter.open(directory, policy, clock)) {
            writer.publish(builtIn().subList(0, 1));
            client("a").update();
        }
        Files.delete(directory.resolve("keys/targets-3.pem"));
        try (TufRepositoryWriter writer = TufRepositoryWriter.open(directory, policy, clock)) {
            writer.publish(builtIn());
            client("a").update();
        }
        Files.delete(directory.resolve("keys/targets-2.pem"));
        try (TufRepositoryWriter writer = TufRepositoryWriter.open(directory, policy, clock)) {
            assertThatThrownBy(() -> writer.publish(builtIn().subList(0, 1)))
                    .isInstanceOf(TufRepositoryException.class)
                    .hasMessage("The targets role needs 2 keys to sign, but 1 are here.");
            writer.refresh();
            client("a").update();
        }
    }

    @Test
    void withTheRootKeyElsewhereReleasesGoOn() throws Exception {
        open().close();
        Files.delete(directory.resolve("keys/root-1.pem"));
        clock.advance(Duration.ofDays(300));
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn());
            writer.refresh();
            client("a").update();
        }
        assertThat(metadata.resolve("2.root.json")).doesNotExist();
    }

    @Test
    void aReleaseKilledBeforeItsTimestampHasNotHappenedAndIsRepeatedUnderNewVersions() throws Exception {
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn().subList(0, 1));
            byte[] before = Files.readAllBytes(metadata.resolve("timestamp.json"));
            writer.publish(builtIn());
            Files.write(metadata.resolve("timestamp.json"), before);
        }
        TufClient client = client("a");
        client.update();
        assertThatThrownBy(() -> client.download(NEWEST)).isInstanceOf(TargetMetadataMissingException.class);
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn());
        }
        client.update();
        client.download(NEWEST);
        assertThat(metadata.resolve("3.snapshot.json")).exists();
    }

    @Test
    void publishingWhatIsPublishedChangesNothing() throws Exception {
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn());
            List<String> before = files();
            writer.publish(builtIn());
            assertThat(files()).isEqualTo(before);
            assertThat(version("timestamp.json")).isEqualTo(1);
        }
    }

    @Test
    void theKeysAreForTheirOwnerOnlyAndRefusedOtherwise() throws Exception {
        open().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys"))))
                .isEqualTo("rwx------");
        Path key = directory.resolve("keys/root-1.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key)).startsWith("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEI");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(this::open)
                .isInstanceOf(TufRepositoryException.class)
                .hasMessageContaining("root-1.pem has mode rw-r-----");
    }

    @Test
    void aKeyThatTheRootDoesNotNameIsRefused() throws Exception {
        open().close();
        Files.writeString(
                directory.resolve("keys/targets-1.pem"), SigningKey.generate().pem());
        assertThatThrownBy(this::open)
                .isInstanceOf(TufRepositoryException.class)
                .hasMessageContaining("targets keys");
    }

    @Test
    void aSecondWriterIsRefused() throws Exception {
        try (TufRepositoryWriter writer = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(TufRepositoryException.class)
                    .hasMessage("Another process writes to this repository.");
            assertThat(writer.trustRoot()).exists();
        }
        open().close();
    }

    @Test
    void aFirstStartKilledBetweenKeysAndRootIsFinishedByTheNext() throws Exception {
        open().close();
        Files.delete(metadata.resolve("1.root.json"));
        Files.delete(directory.resolve("keys/timestamp-1.pem"));
        try (TufRepositoryWriter writer = open()) {
            writer.publish(builtIn());
        }
        client("a").update();
    }

    private TufRepositoryWriter open() throws IOException {
        return TufRepositoryWriter.open(directory, TufPolicy.standard(), clock);
    }

    private TufClient client(String name) throws IOException {
        return new TufClient(
                metadata.resolve("1.root.json"), directory.resolve("repository"), folder.resolve(name), clock);
    }

    private static List<TufTarget> builtIn() {
        return BuiltInModels.versions().stream()
                .map(version -> new TufTarget(
                        new ModelTarget(version, ModelTarget.Channel.STABLE),
                        TufTarget.Content.of(BuiltInModels.bytes(version))))
                .toList();
    }

    private Path targetFile(String name) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("repository/targets"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("." + name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private JsonNode read(String name) throws IOException {
        return Json.read(Files.readAllBytes(metadata.resolve(name)), JsonNode.class);
    }

    private int version(String name) throws IOException {
        return read(name).get("signed").get("version").intValue();
    }

    private static void flip(Path file, int index) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[index] ^= 1;
        Files.write(file, bytes);
    }
}
