package io.auralis.agent.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.agent.home.AuralisHome;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.LabelledCase;
import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of the listener's own: what it is held to, and what becomes of it when the released ones change. */
class OwnModelTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T04:00:00Z"), ZoneOffset.UTC);

    /** Where no released profile and no labelled case is. */
    private static final double CENTROID_HZ = 6_500;

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
        repository = new SignedRepository(Instant.parse("2026-12-25T04:00:00Z"));
        trustRoot = repository.writeTrustRoot(folder);
    }

    @AfterEach
    void close() throws Exception {
        repository.close();
    }

    private static RecordingProfile profile(String id, double centroidHz, double points) {
        RecordingProfile like = BuiltInModels.newest().model().profiles().get(0);
        double fade = 2_600 * points;
        return new RecordingProfile(
                id,
                RecordingType.METAL,
                like.philosophy(),
                points,
                List.of(new EvidenceRule(
                        FingerprintDimension.SPECTRAL_CENTROID,
                        centroidHz - 200,
                        centroidHz + 200,
                        fade,
                        fade,
                        points)),
                like.parameters(),
                Map.of(),
                Map.of(),
                "a test");
    }

    private void keepOwn() throws ModelRefusedException {
        store.keep(Recalibration.of(
                store.activeReleased(),
                List.of(profile("local-mine", CENTROID_HZ, 0.85)),
                store.nextOwnNumber(),
                "A test."));
    }

    private UpdateOutcome update() throws ModelRefusedException {
        return new ModelUpdate(home, CLOCK)
                .update(
                        new RepositoryChoice(repository.address(), ModelTarget.Channel.STABLE),
                        Optional.of(trustRoot),
                        false);
    }

    private String active() {
        return store.active().model().version().toString();
    }

    @Test
    void aProfileThatBreaksALabelledCaseIsRefusedAndTheCaseIsNamed() {
        Recalibration made =
                Recalibration.of(BuiltInModels.newest(), List.of(profile("local-greedy", 3_080, 1)), 1, "A test.");
        assertThat(made.broken()).extracting(broken -> broken.labelled().id()).contains("speed-king", "wasted-years");
        assertThatThrownBy(() -> store.keep(made))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("would break")
                .hasMessageContaining("speed-king (STUDIO) would become METAL by local-greedy")
                .hasMessageEndingWith("Nothing was changed.");
        assertThat(active()).isEqualTo("1.0.0");
        assertThat(store.list()).hasSize(2);
    }

    @Test
    void aProfileThatIsTooSteepOrCalledAsAReleasedOneIsRefused() {
        RecordingProfile like = profile("local-steep", CENTROID_HZ, 0.85);
        RecordingProfile steep = new RecordingProfile(
                like.id(),
                like.family(),
                like.philosophy(),
                0.85,
                List.of(new EvidenceRule(FingerprintDimension.CREST_DB, 10.0, 12.0, 0.5, 0.5, 0.85)),
                like.parameters(),
                Map.of(),
                Map.of(),
                "a test");
        assertThatThrownBy(() -> Recalibration.of(BuiltInModels.newest(), List.of(steep), 1, "A test."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("local-steep is too steep");
        assertThatThrownBy(() -> Recalibration.of(
                        BuiltInModels.newest(), List.of(profile("studio-mine", CENTROID_HZ, 0.85)), 1, "A test."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is called local-NAME, not studio-mine");
    }

    @Test
    void onesOwnProfileGoesAlongToTheNextBaseModel() throws Exception {
        keepOwn();
        assertThat(active()).isEqualTo("1.0.0+local.1");
        assertThat(update()).isEqualTo(new UpdateOutcome.UpToDate(SemanticVersion.parseAny("1.0.0+local.1")));
        repository.release("1.1.0");
        UpdateOutcome.Changed changed = (UpdateOutcome.Changed) update();
        assertThat(changed.withdrawn()).isFalse();
        assertThat(changed.own()).contains("local-mine holds on it too", "1.1.0+local.2 is in force");
        assertThat(active()).isEqualTo("1.1.0+local.2");
        assertThat(store.active().model().profile("local-mine")).isPresent();
        assertThat(new ModelUpdate(home, CLOCK).verify()).allMatch(ModelCheck::good);
    }

    @Test
    void onesOwnProfileIsSetAsideWhereItBreaksTheNextBaseModelsCases() throws Exception {
        keepOwn();
        ProfileBundle plain = ProfileBundle.parse(SignedRepository.bundle("1.1.0"));
        LabelledCase there = new LabelledCase(
                "bright-but-no-metal",
                RecordingType.UNKNOWN,
                Map.of(
                        FingerprintDimension.SPECTRAL_CENTROID, CENTROID_HZ,
                        FingerprintDimension.BASS_MID_RATIO, 5.5,
                        FingerprintDimension.STEREO_WIDTH, 0.6,
                        FingerprintDimension.CREST_DB, 12.0),
                "a test");
        repository.put(
                new ModelTarget(SemanticVersion.parse("1.1.0"), ModelTarget.Channel.STABLE),
                new ProfileBundle(
                                plain.schema(),
                                plain.model(),
                                plain.changelog(),
                                plain.evidence(),
                                plain.provenance(),
                                List.of(there))
                        .bytes());
        repository.publish();
        UpdateOutcome.Changed changed = (UpdateOutcome.Changed) update();
        assertThat(changed.own())
                .contains(
                        "local-mine is set aside",
                        "bright-but-no-metal (UNKNOWN) would become METAL",
                        "drafts are kept");
        assertThat(active()).isEqualTo("1.1.0");
        assertThat(store.list())
                .extracting(model -> model.version() + " " + model.channel())
                .contains("1.0.0+local.1 LOCAL");
    }

    @Test
    void aModelOnAWithdrawnBaseIsLeftAndNotGoneBackTo() throws Exception {
        repository.release("1.1.0");
        update();
        keepOwn();
        assertThat(active()).isEqualTo("1.1.0+local.1");
        repository.remove("1.1.0");
        repository.publish();
        UpdateOutcome.Changed changed = (UpdateOutcome.Changed) update();
        assertThat(changed.withdrawn()).isTrue();
        assertThat(active()).isEqualTo("1.0.0+local.2");
        assertThatThrownBy(() ->
                        new ModelUpdate(home, CLOCK).rollback(Optional.of(SemanticVersion.parseAny("1.1.0+local.1"))))
                .isInstanceOf(ModelRefusedException.class)
                .hasMessageContaining("1.1.0 was withdrawn");
    }

    @Test
    void aRepositoryCannotHandOutAModelThatIsCalledAsOnesOwn() throws Exception {
        ProfileBundle plain = ProfileBundle.parse(SignedRepository.bundle("1.1.0"));
        Recalibration own = Recalibration.of(plain, List.of(profile("local-mine", CENTROID_HZ, 0.85)), 7, "A test.");
        repository.put(
                new ModelTarget(SemanticVersion.parse("1.1.0"), ModelTarget.Channel.STABLE),
                own.bundle().bytes());
        repository.publish();
        assertThatThrownBy(this::update).isInstanceOf(ModelRefusedException.class);
        assertThat(active()).isEqualTo("1.0.0");
    }
}
