package io.auralis.agent.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.agent.comment.Ask;
import io.auralis.agent.comment.Aspect;
import io.auralis.agent.comment.Direction;
import io.auralis.agent.comment.Intensity;
import io.auralis.agent.comment.Understanding;
import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.history.Jobs;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteDimension;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalLayerTest {
    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");
    private static final GearClass GEAR = GearClass.NEUTRAL_HEADPHONES;
    private static final Ask MORE_BASS = new Ask(Aspect.BASS, Direction.MORE, Intensity.PLAIN);
    private static final Ask TOO_WIDE = new Ask(Aspect.WIDTH, Direction.LESS, Intensity.MUCH);

    @TempDir
    Path folder;

    private AuralisHome home;
    private FeedbackStore store;
    private PersonalLayer layer;

    @BeforeEach
    void open() {
        home = new AuralisHome(folder);
        store = new FeedbackStore(home);
        layer = new PersonalLayer(home, Clock.fixed(NOW, ZoneOffset.UTC), new ModelStore(home));
    }

    @Test
    void five_ratings_make_version_1_0_without_a_change() {
        rate(5, 5);
        assertThat(layer.considerNewVersion(GEAR))
                .get()
                .extracting(ProfileVersion::version)
                .isEqualTo("1.0");
        assertThat(layer.current().deltas()).isEmpty();
    }

    @Test
    void the_seeds_timeline_with_silent_first_ratings() {
        rate(5, 5);
        layer.considerNewVersion(GEAR);
        timeline();
    }

    @Test
    void the_seeds_timeline_when_all_ten_want_more_bass() {
        rate(5, 3, MORE_BASS);
        layer.considerNewVersion(GEAR);
        timeline();
    }

    private void timeline() {
        assertThat(layer.current().version()).isEqualTo("1.0");
        rate(5, 3, MORE_BASS);
        layer.considerNewVersion(GEAR);
        assertThat(layer.current().version()).isEqualTo("1.1");
        assertThat(values()).isEqualTo(Map.of(TasteDimension.BASS, 0.3));
        rate(5, 3, TOO_WIDE);
        layer.considerNewVersion(GEAR);
        assertThat(layer.current().version()).isEqualTo("1.2");
        assertThat(values()).isEqualTo(Map.of(TasteDimension.BASS, 0.3, TasteDimension.WIDTH, -0.05));
        assertThat(layer.partsFor(RecordingType.STUDIO).get(TasteDimension.BASS).reason())
                .endsWith("asks wanted more bass");
        assertThat(layer.history()).extracting(ProfileVersion::version).containsExactly("1.2", "1.1", "1.0");

        new Rollback(home, layer).to("1.1");
        assertThat(values()).containsEntry(TasteDimension.BASS, 0.3).containsEntry(TasteDimension.WIDTH, 0.0);
        assertThat(layer.considerNewVersion(GEAR)).isEmpty();
    }

    private void rate(int times, int stars, Ask... asks) {
        Map<TasteDimension, Double> personal = new HashMap<>();
        layer.partsFor(RecordingType.STUDIO).forEach((dimension, part) -> personal.put(dimension, part.delta()));
        for (int i = 0; i < times; i++) {
            store.append(Rating.of(
                    store.nextNumber(),
                    NOW,
                    Jobs.of("a.flac", NOW, RecordingType.STUDIO, layer.current().version(), personal),
                    stars,
                    "",
                    new Understanding(Arrays.asList(asks), List.of())));
        }
    }

    private Map<TasteDimension, Double> values() {
        Map<TasteDimension, Double> values = new HashMap<>();
        layer.current().deltas().forEach(delta -> values.put(delta.dimension(), delta.value()));
        return values;
    }
}
