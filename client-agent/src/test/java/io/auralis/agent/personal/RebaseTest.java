package io.auralis.agent.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.agent.comment.Ask;
import io.auralis.agent.comment.Aspect;
import io.auralis.agent.comment.Direction;
import io.auralis.agent.comment.Intensity;
import io.auralis.agent.comment.Understanding;
import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.history.Jobs;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.LabelledCase;
import io.auralis.contracts.basemodel.MasteringParameters;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.basemodel.ToneDb;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.Planner;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a song sounds like to a listener when the base model changes and changes back. */
class RebaseTest {
    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");
    private static final GearClass GEAR = GearClass.NEUTRAL_HEADPHONES;
    private static final ProfileBundle OLD = BuiltInModels.newest();

    /** The community wanted bass, too: the next model has absorbed 0.4 dB of it, and 0.5 LU of loudness. */
    private static final ProfileBundle NEW = absorbing();

    @TempDir
    Path folder;

    private AuralisHome home;
    private FeedbackStore store;

    @BeforeEach
    void aListenerWhoRatedAndAuditioned() {
        home = new AuralisHome(folder);
        store = new FeedbackStore(home);
        PersonalLayer layer = layer(OLD);
        AuditionService auditions = new AuditionService(home, clock(), layer);
        for (int i = 0; i < 10; i++) {
            store.append(Rating.of(
                    store.nextNumber(),
                    NOW,
                    Jobs.of("a.flac", NOW),
                    3,
                    "",
                    new Understanding(List.of(new Ask(Aspect.BASS, Direction.MORE, Intensity.MUCH)), List.of())));
        }
        layer.considerNewVersion(GEAR);
        for (TasteDimension dimension : List.of(TasteDimension.BASS, TasteDimension.TREBLE, TasteDimension.TREBLE)) {
            AuditionQuestion question = auditions.next(RecordingType.STUDIO, "studio-hd-bright", dimension);
            auditions.answer(
                    question,
                    new AuditionedTrack(
                            "a.flac", "0".repeat(64), OLD.model().version(), question.lower(), question.higher()),
                    Audition.Preferred.HIGHER);
        }
        assertThat(layer.current()
                        .delta(RecordingType.STUDIO, TasteDimension.BASS)
                        .orElseThrow()
                        .value())
                .isEqualTo(0.6);
        assertThat(layer.current()
                        .delta(RecordingType.STUDIO, TasteDimension.TREBLE)
                        .orElseThrow()
                        .value())
                .isPositive();
    }

    @Test
    void a_song_is_planned_as_before_when_the_model_changes_and_changes_back() {
        Map<String, Double> before = plan(OLD);
        layer(NEW).rebase(OLD.model(), NEW.model());
        Map<String, Double> between = plan(NEW);
        layer(OLD).rebase(NEW.model(), OLD.model());
        Map<String, Double> after = plan(OLD);

        assertThat(layer(OLD).history(GEAR)).hasSizeGreaterThan(3);
        assertSame(between, before, TasteDimension.BASS, TasteDimension.TREBLE);
        assertSame(after, before, TasteDimension.values());
    }

    @Test
    void what_was_said_under_the_old_model_speaks_for_the_same_sound_under_the_new() {
        double before = layer(OLD).why(RecordingType.STUDIO, TasteDimension.BASS).pieces().stream()
                .mapToDouble(Explanation.Piece::target)
                .sum();
        layer(NEW).rebase(OLD.model(), NEW.model());
        List<Explanation.Piece> pieces =
                layer(NEW).why(RecordingType.STUDIO, TasteDimension.BASS).pieces();
        assertThat(pieces).hasSize(11);
        assertThat(pieces.get(10).says()).startsWith("audition: ");
        double after = pieces.stream().mapToDouble(Explanation.Piece::target).sum();
        assertThat(after).isCloseTo(before - 11 * 0.4, within(1e-9));
    }

    private static void assertSame(Map<String, Double> one, Map<String, Double> other, TasteDimension... dimensions) {
        for (TasteDimension dimension : dimensions) {
            assertThat(one.get(dimension.key()))
                    .as(dimension.key())
                    .isCloseTo(other.get(dimension.key()), within(1e-4));
        }
    }

    /** Of the song that the ratings were about, with that model in force. */
    private Map<String, Double> plan(ProfileBundle bundle) {
        LabelledCase song = OLD.labelledCases().stream()
                .filter(labelled -> new Detector(OLD.model())
                        .detect(labelled.fingerprint())
                        .profile()
                        .equals("studio-hd-bright"))
                .findFirst()
                .orElseThrow();
        PersonalLayer layer = layer(bundle);
        Map<String, Double> values = new HashMap<>();
        new Planner(bundle.model(), type -> layer.partsFor(type, "studio-hd-bright"), Wishes.NONE)
                .plan(
                        new Detector(bundle.model()).detect(song.fingerprint()),
                        song.fingerprint(),
                        new Meters(-14, 6, -11, -9, -1, -1, 12))
                .parameters()
                .forEach(parameter -> values.put(parameter.name(), parameter.finalValue()));
        assertThat(values).containsKey("bass");
        return values;
    }

    private PersonalLayer layer(ProfileBundle bundle) {
        return new PersonalLayer(home, clock(), new ModelStore(home).trying(bundle));
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static ProfileBundle absorbing() {
        BaseModel model = OLD.model();
        return new ProfileBundle(
                ProfileBundle.SCHEMA,
                new BaseModel(
                        BaseModel.SCHEMA,
                        new SemanticVersion(1, 1, 0),
                        model.threshold(),
                        model.profiles().stream()
                                .map(profile -> profile.withParameters(more(profile.parameters())))
                                .toList()),
                List.of(),
                List.of(),
                OLD.provenance(),
                OLD.labelledCases());
    }

    private static MasteringParameters more(MasteringParameters old) {
        ToneDb tone = old.toneDb();
        return new MasteringParameters(
                new ToneDb(tone.bass() + 0.4, tone.lowMid(), tone.mid(), tone.treble(), tone.air()),
                old.stereoWidthTarget(),
                old.stereoStrategy(),
                old.crestTargetDb(),
                old.loudnessTargetLufs() + 0.5,
                old.ceilingDbtp());
    }
}
