package io.auralis.agent.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.agent.exchange.ExchangeException;
import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.ContractExample;
import io.auralis.contracts.json.ContractSchema;
import io.auralis.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelUpdateTest {
    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2026-12-25T04:00:00Z");

    @TempDir
    Path folder;

    private AuralisHome home;
    private SignedRepository repository;
    private ModelStore store;
    private Path trustRoot;

    @BeforeEach
    void open() throws Exception {
        home = new AuralisHome(folder.resolve("home"));
        store = new ModelStore(home);
        repository = new SignedRepository(EXPIRES);
        trustRoot = repository.writeTrustRoot(folder);
    }

    @AfterEach
    void close() throws Exception {
        repository.close();
    }

    private UpdateOutcome update() throws ModelRefusedException {
        return update(NOW);
    }

    private UpdateOutcome update(Instant at) throws ModelRefusedException {
        return update(at, ModelTarget.Channel.STABLE, false);
    }

    private UpdateOutcome update(Instant at, ModelTarget.Channel channel, boolean onlyAsk)
            throws ModelRefusedException {
        return new ModelUpdate(home, Clock.fixed(at, ZoneOffset.UTC))
                .update(new RepositoryChoice(repository.address(), channel), Optional.of(trustRoot), onlyAsk);
    }

    private String active() {
        return store.active().model().version().toString();
    }

    /** The refusal, and that nothing changed by it. */
    private String refusal(Instant at) throws Exception {
        String before = active();
        byte[] pinned = Files.exists(TrustFolder.of(home).pinned())
                ? Files.readAllBytes(TrustFolder.of(home).pinned())
                : new byte[0];
        String[] message = new String[1];
        assertThatThrownBy(() -> update(at))
                .isInstanceOf(ModelRefusedException.class)
                .satisfies(e -> message[0] = e.getMessage());
        assertThat(active()).isEqualTo(before);
        if (pinned.length > 0) {
            assertThat(TrustFolder.of(home).pinned()).hasBinaryContent(pinned);
        }
        assertThat(message[0]).endsWith(".").doesNotContain("\n");
        return message[0];
    }

    private String refusal() throws Exception {
        return refusal(NOW);
    }

    @Test
    void aNewModelIsFetchedVerifiedAndInForce() throws Exception {
        assertThat(update()).isInstanceOf(UpdateOutcome.UpToDate.class);
        repository.release("1.1.0");
        UpdateOutcome outcome = update();
        assertThat(outcome).isInstanceOf(UpdateOutcome.Changed.class);
        UpdateOutcome.Changed changed = (UpdateOutcome.Changed) outcome;
        assertThat(changed.from().model().version()).hasToString("1.0.0");
        assertThat(changed.to().model().version()).hasToString("1.1.0");
        assertThat(active()).isEqualTo("1.1.0");
        assertThat(update()).isInstanceOf(UpdateOutcome.UpToDate.class);
        assertThat(store.list())
                .extracting(model -> model.version() + " " + model.installed() + " " + model.active())
                .containsExactly("1.1.0 true true", "1.0.0 true false", "0.9.0 true false");
        assertThat(new ModelUpdate(home, Clock.systemUTC()).verify()).allMatch(ModelCheck::good);
    }

    @ParameterizedTest
    @MethodSource("validBundles")
    void theContractsValidBundlesComeIntoForce(ContractExample example) throws Exception {
        repository.put(
                new ModelTarget(SemanticVersion.parse("1.1.0"), ModelTarget.Channel.STABLE),
                ProfileBundle.parse(example.bytes()).bytes());
        repository.publish();
        assertThat(update()).isInstanceOf(UpdateOutcome.Changed.class);
        assertThat(active()).isEqualTo("1.1.0");
    }

    @ParameterizedTest
    @MethodSource("invalidBundles")
    void theContractsInvalidBundlesAreRefusedThoughSigned(ContractExample example) throws Exception {
        repository.put(
                new ModelTarget(SemanticVersion.parse("1.1.0"), ModelTarget.Channel.STABLE),
                Json.canonical(Json.mapper().readTree(example.bytes())));
        repository.publish();
        assertThat(refusal()).contains("none that this version of the program understands");
    }

    static List<ContractExample> validBundles() {
        return ContractExample.of(ContractSchema.PROFILE_BUNDLE, ContractExample.Kind.VALID);
    }

    static List<ContractExample> invalidBundles() {
        return ContractExample.of(ContractSchema.PROFILE_BUNDLE, ContractExample.Kind.INVALID);
    }

    @Test
    void askingOnlySaysWhatThereIs() throws Exception {
        repository.release("1.1.0");
        assertThat(update(NOW, ModelTarget.Channel.STABLE, true))
                .isEqualTo(new UpdateOutcome.Available(
                        SemanticVersion.parse("1.0.0"), SemanticVersion.parse("1.1.0"), false));
        assertThat(active()).isEqualTo("1.0.0");
        assertThat(store.list()).extracting(ModelListing::installed).containsExactly(false, true, true);
    }

    @Test
    void aBetaIsForThoseWhoAskedForIt() throws Exception {
        repository.put(
                new ModelTarget(SemanticVersion.parse("1.2.0"), ModelTarget.Channel.BETA),
                SignedRepository.bundle("1.2.0"));
        repository.publish();
        assertThat(update()).isInstanceOf(UpdateOutcome.UpToDate.class);
        update(NOW, ModelTarget.Channel.BETA, false);
        assertThat(active()).isEqualTo("1.2.0");
        assertThat(update()).isInstanceOf(UpdateOutcome.UpToDate.class);
    }

    @Test
    void aBundleWithOneFlippedByteIsRefused() throws Exception {
        update();
        repository.release("1.1.0");
        String target = repository.files.keySet().stream()
                .filter(path -> path.endsWith("base-model-1.1.0.json"))
                .findFirst()
                .orElseThrow();
        byte[] good = repository.files.get(target);
        repository.flip(target);
        assertThat(refusal()).contains("altered");
        assertThat(home.models().resolve("installed")).doesNotExist();
        repository.files.put(target, good);
        update();
        assertThat(active()).isEqualTo("1.1.0");
    }

    @Test
    void everyByteOfTheMetadataIsVouchedFor() throws Exception {
        update();
        repository.release("1.1.0");
        Map<String, byte[]> good = repository.copyOfFiles();
        String number = Integer.toString(repository.version());
        for (String file : new String[] {"timestamp.json", number + ".snapshot.json", number + ".targets.json"}) {
            byte[] whole = good.get("metadata/" + file);
            for (int at = 0; at < whole.length; at += 7) {
                byte[] flipped = whole.clone();
                flipped[at] ^= 1;
                repository.files.put("metadata/" + file, flipped);
                refusal();
            }
            repository.files.put("metadata/" + file, whole);
        }
        update();
        assertThat(active()).isEqualTo("1.1.0");
    }

    @Test
    void olderMetadataIsRefused() throws Exception {
        Map<String, byte[]> older = repository.copyOfFiles();
        repository.release("1.1.0");
        update();
        repository.files.putAll(older);
        assertThat(refusal()).contains("older metadata");
        assertThat(active()).isEqualTo("1.1.0");
    }

    @Test
    void expiredMetadataIsRefusedAlsoWhenItIsTheSameAsBefore() throws Exception {
        update();
        assertThat(refusal(EXPIRES.plus(Duration.ofSeconds(1)))).contains("expired");
        repository.release("1.1.0");
        assertThat(refusal(EXPIRES.plus(Duration.ofSeconds(1)))).contains("expired");
        assertThat(update()).isInstanceOf(UpdateOutcome.Changed.class);
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        update();
        repository.signWithOtherKeys();
        repository.release("1.1.0");
        assertThat(refusal()).contains("not signed by the keys");
    }

    @Test
    void filesOfDifferentReleasesAreNotMixed() throws Exception {
        update();
        int old = repository.version();
        repository.release("1.1.0");
        int now = repository.version();
        Map<String, byte[]> good = repository.copyOfFiles();
        repository.files.put("metadata/" + now + ".targets.json", good.get("metadata/" + old + ".targets.json"));
        refusal();
        repository.files.putAll(good);
        repository.files.put("metadata/" + now + ".snapshot.json", good.get("metadata/" + old + ".snapshot.json"));
        refusal();
        // A refused update must not have made the agent believe that it is up to date.
        repository.files.putAll(good);
        update();
        assertThat(active()).isEqualTo("1.1.0");
    }

    @Test
    void anUpdateThatBrokeOffIsCompletedByTheNext() throws Exception {
        update();
        repository.release("1.1.0");
        String targets = "metadata/" + repository.version() + ".targets.json";
        byte[] good = repository.files.remove(targets);
        assertThatThrownBy(this::update).isInstanceOf(RepositoryException.class);
        repository.files.put(targets, good);
        update();
        assertThat(active()).isEqualTo("1.1.0");
    }

    @Test
    void aTargetThatIsNoBundleIsRefused() throws Exception {
        update();
        for (byte[] content : new byte[][] {
            "{}".getBytes(StandardCharsets.UTF_8),
            "no json".getBytes(StandardCharsets.UTF_8),
            new String(SignedRepository.bundle("1.1.0"), StandardCharsets.UTF_8)
                    .replace("\"crestTargetDb\"", "\"crestTargetDB\"")
                    .getBytes(StandardCharsets.UTF_8)
        }) {
            repository.put(new ModelTarget(SemanticVersion.parse("1.1.0"), ModelTarget.Channel.STABLE), content);
            repository.publish();
            assertThat(refusal()).contains("none that this version of the program understands");
        }
    }

    @Test
    void aTargetThatHoldsAnotherVersionIsRefused() throws Exception {
        update();
        repository.put(
                new ModelTarget(SemanticVersion.parse("1.1.0"), ModelTarget.Channel.STABLE),
                SignedRepository.bundle("1.2.0"));
        repository.publish();
        assertThat(refusal()).contains("1.1.0 says it is 1.2.0 inside");
    }

    @Test
    void theTrustRootIsPinnedAndNeverReplacedSilently() throws Exception {
        update();
        try (SignedRepository other = new SignedRepository(EXPIRES)) {
            trustRoot = other.writeTrustRoot(folder);
            assertThat(refusal()).contains("already trusts another root");
            ModelUpdate update = new ModelUpdate(home, Clock.fixed(NOW, ZoneOffset.UTC));
            assertThatThrownBy(() -> update.update(
                            new RepositoryChoice(other.address(), ModelTarget.Channel.STABLE), Optional.empty(), false))
                    .isInstanceOf(ModelRefusedException.class);
            assertThat(update.choice().orElseThrow().address()).isEqualTo(repository.address());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "no json", "[]", "null", "{\"signed\":{},\"signatures\":[]}"})
    void aBadTrustRootLeavesNothingBehind(String content) throws Exception {
        Files.writeString(trustRoot, content);
        refusal();
        assertThat(TrustFolder.of(home).path()).doesNotExist();
        try (Stream<Path> left = Files.list(home.models())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aWithdrawnModelIsLeftForTheNewestThatRemains() throws Exception {
        repository.release("1.1.0");
        repository.release("1.2.0");
        update();
        assertThat(active()).isEqualTo("1.2.0");
        repository.remove("1.2.0");
        repository.publish();
        UpdateOutcome outcome = update();
        assertThat(outcome).isInstanceOf(UpdateOutcome.Changed.class);
        assertThat(((UpdateOutcome.Changed) outcome).withdrawn()).isTrue();
        assertThat(active()).isEqualTo("1.1.0");
        assertThatThrownBy(() -> new ModelUpdate(home, Clock.fixed(NOW, ZoneOffset.UTC))
                        .rollback(Optional.of(SemanticVersion.parse("1.2.0"))))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("withdrawn");
    }

    @Test
    void rollingBackChoosesAnotherSignedModelAndKeepsTheMetadata() throws Exception {
        repository.release("1.1.0");
        repository.release("1.2.0");
        update();
        byte[] metadata = Files.readAllBytes(TrustFolder.of(home).metadata("timestamp"));
        ModelUpdate update = new ModelUpdate(home, Clock.fixed(NOW, ZoneOffset.UTC));

        // Not on this machine yet, but signed: fetched.
        update.rollback(Optional.empty());
        assertThat(active()).isEqualTo("1.1.0");
        update.rollback(Optional.of(SemanticVersion.parse("0.9.0")));
        assertThat(active()).isEqualTo("0.9.0");
        assertThatThrownBy(() -> update.rollback(Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no base model older");
        assertThatThrownBy(() -> update.rollback(Optional.of(SemanticVersion.parse("7.0.0"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(TrustFolder.of(home).metadata("timestamp")).hasBinaryContent(metadata);
        update();
        assertThat(active()).isEqualTo("1.2.0");
    }

    @Test
    void rollingBackWorksBeforeAnyUpdate() throws Exception {
        new ModelUpdate(home, Clock.systemUTC()).rollback(Optional.empty());
        assertThat(active()).isEqualTo("0.9.0");
    }

    @Test
    void aDamagedModelGivesWayToTheLastGoodOneWithANote() throws Exception {
        repository.release("1.1.0");
        update();
        repository.release("1.2.0");
        update();
        Path file = home.models().resolve("installed").resolve("base-model-1.2.0.json");
        byte[] good = Files.readAllBytes(file);
        byte[] flipped = good.clone();
        flipped[flipped.length / 2] ^= 1;
        for (byte[] damaged : new byte[][] {flipped, new byte[0]}) {
            Files.write(file, damaged);
            assertThat(active()).isEqualTo("1.1.0");
            assertThat(store.selection().note()).contains("1.2.0 is damaged").contains("1.1.0 is used");
            assertThat(new ModelUpdate(home, Clock.systemUTC()).verify())
                    .filteredOn(check -> !check.good())
                    .extracting(ModelCheck::version)
                    .containsExactly(SemanticVersion.parse("1.2.0"));
        }
        update();
        assertThat(active()).isEqualTo("1.2.0");
        assertThat(store.selection().note()).isNull();
        Files.delete(file);
        assertThat(active()).isEqualTo("1.1.0");
        Files.writeString(home.models().resolve("index.json"), "{");
        assertThat(active()).isEqualTo("1.0.0");
        assertThat(store.selection().note()).contains("cannot be read");
    }

    @Test
    void aNewRootThatRevokesTheTargetsKeyTakesItsModelsOutOfForce() throws Exception {
        repository.release("1.1.0");
        update();
        // The old targets, snapshot and timestamp stay; only the root is new.
        repository.rotate("targets");
        refusal();
        repository.release("1.2.0");
        update();
        assertThat(active()).isEqualTo("1.2.0");
    }

    @Test
    void aNewTimestampKeyIsTakenOver() throws Exception {
        update();
        repository.rotate("timestamp");
        repository.rotate("root");
        repository.release("1.1.0");
        update();
        assertThat(active()).isEqualTo("1.1.0");
    }

    @Test
    void aFileWithoutEndIsNotReadToItsEnd() throws Exception {
        update();
        repository.release("1.1.0");
        Map<String, byte[]> good = new HashMap<>(repository.files);
        repository.files.put("metadata/timestamp.json", new byte[20_000_000]);
        assertThat(refusal()).contains("longer");
        repository.files.putAll(good);
        repository.files.keySet().stream()
                .filter(path -> path.endsWith("base-model-1.1.0.json"))
                .forEach(path -> repository.files.put(path, new byte[20_000_000]));
        assertThat(refusal()).contains("longer");
    }

    @Test
    void aRepositoryThatIsAwayOrNoneChangesNothing() throws Exception {
        update();
        String address = repository.address();
        repository.files.clear();
        assertThatThrownBy(this::update).isInstanceOf(RepositoryException.class).hasMessageContaining("lacks a file");
        repository.close();
        assertThatThrownBy(() -> new ModelUpdate(home, Clock.fixed(NOW, ZoneOffset.UTC))
                        .update(new RepositoryChoice(address, ModelTarget.Channel.STABLE), Optional.empty(), false))
                .isInstanceOf(ExchangeException.class);
        assertThat(active()).isEqualTo("1.0.0");
    }

    @Test
    void plainHttpBeyondThisMachineIsRefused() {
        assertThatThrownBy(() -> new ModelUpdate(home, Clock.systemUTC())
                        .update(
                                new RepositoryChoice("http://models.example.org/", ModelTarget.Channel.STABLE),
                                Optional.of(trustRoot),
                                false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https");
    }

    @Test
    void theFirstUseNeedsATrustRoot() {
        assertThatThrownBy(() -> new ModelUpdate(home, Clock.systemUTC())
                        .update(
                                new RepositoryChoice(repository.address(), ModelTarget.Channel.STABLE),
                                Optional.empty(),
                                false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--trust-root");
    }
}
