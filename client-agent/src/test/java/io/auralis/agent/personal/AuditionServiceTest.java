package io.auralis.agent.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.auralis.agent.comment.Understanding;
import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.history.Jobs;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.TasteDimension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditionServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");
    private static final String PROFILE = "studio-hd-bright";

    @TempDir
    Path folder;

    private FeedbackStore store;
    private PersonalLayer layer;
    private AuditionService service;

    @BeforeEach
    void open() {
        AuralisHome home = new AuralisHome(folder);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        store = new FeedbackStore(home);
        layer = new PersonalLayer(home, clock, new ModelStore(home));
        service = new AuditionService(home, clock, layer);
    }

    @ParameterizedTest
    @EnumSource(value = TasteDimension.class, mode = EnumSource.Mode.EXCLUDE, names = "LOUDNESS")
    void settings_are_noticeably_apart_and_within_the_limit(TasteDimension dimension) {
        AuditionQuestion question = service.next(RecordingType.STUDIO, PROFILE, dimension);
        assertThat(question.higher() - question.lower()).isGreaterThanOrEqualTo(LearningRule.noticeable(dimension));
        assertThat(question.reason()).contains("you asked for the " + Words.name(dimension));
    }

    @Test
    void loudness_is_never_auditioned() {
        assertThatThrownBy(() -> service.next(RecordingType.STUDIO, PROFILE, TasteDimension.LOUDNESS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("equally loud");
        for (int i = 0; i < 30; i++) {
            AuditionQuestion question = service.next(RecordingType.STUDIO, PROFILE);
            assertThat(question.dimension()).isNotEqualTo(TasteDimension.LOUDNESS);
            answer(question, Audition.Preferred.NO_DIFFERENCE);
        }
    }

    @Test
    void the_first_seven_questions_are_about_seven_dimensions() {
        Set<TasteDimension> asked = new HashSet<>();
        for (int i = 0; i < 7; i++) {
            AuditionQuestion question = service.next(RecordingType.STUDIO, PROFILE);
            asked.add(question.dimension());
            answer(question, Audition.Preferred.NO_DIFFERENCE);
        }
        assertThat(asked).hasSize(7);
    }

    @Test
    void the_same_question_is_not_asked_three_times_running() {
        Set<List<Double>> asked = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            AuditionQuestion question = service.next(RecordingType.STUDIO, PROFILE, TasteDimension.AIR);
            asked.add(List.of(question.lower(), question.higher()));
            answer(question, Audition.Preferred.NO_DIFFERENCE);
        }
        assertThat(asked).hasSize(3);
    }

    @Test
    void two_auditions_move_what_three_asks_would() {
        for (int i = 0; i < 10; i++) {
            store.append(Rating.of(
                    store.nextNumber(), NOW, Jobs.of("a.flac", NOW), 3, "", new Understanding(List.of(), List.of())));
        }
        layer.considerNewVersion(layer.current().gear());
        Auditioned first =
                answer(service.next(RecordingType.STUDIO, PROFILE, TasteDimension.BASS), Audition.Preferred.HIGHER);
        assertThat(first.made()).isEmpty();
        assertThat(first.standing().reason()).contains("1 more needed");
        Auditioned second =
                answer(service.next(RecordingType.STUDIO, PROFILE, TasteDimension.BASS), Audition.Preferred.HIGHER);
        assertThat(second.made()).isPresent();
        assertThat(second.profileVersion()).isEqualTo("1.1");
        assertThat(second.standing().current()).isCloseTo(0.3, within(1e-9));
        assertThat(layer.current().deltas())
                .singleElement()
                .extracting(Delta::asks)
                .isEqualTo(new AskCount(4, 0, 0));
    }

    @Test
    void an_audition_counts_on_with_the_ratings() {
        Auditioned answered = answer(service.next(RecordingType.STUDIO, PROFILE), Audition.Preferred.LOWER);
        assertThat(store.auditions()).containsExactly(answered.audition());
        assertThat(store.nextNumber()).isEqualTo(2);
    }

    private Auditioned answer(AuditionQuestion question, Audition.Preferred preferred) {
        return service.answer(
                question,
                new AuditionedTrack(
                        "a.flac", "0".repeat(64), new SemanticVersion(1, 0, 0), question.lower(), question.higher()),
                preferred);
    }
}
