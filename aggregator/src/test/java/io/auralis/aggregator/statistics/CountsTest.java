package io.auralis.aggregator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TrackBucket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CountsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void takingAwayUndoesAddingExactlyInAnyOrder(long seed) {
        Random random = new Random(seed);
        List<Voice> voices = voices(random, 60);
        CohortState all = sum(voices);
        List<Voice> shuffled = new ArrayList<>(voices);
        Collections.shuffle(shuffled, random);

        assertThat(sum(shuffled)).isEqualTo(all);
        CohortState rest = all;
        for (Voice voice : shuffled.subList(0, 40)) {
            rest = rest.minus(voice);
        }
        assertThat(rest).isEqualTo(sum(shuffled.subList(40, 60)));
        for (Voice voice : shuffled.subList(40, 60)) {
            rest = rest.minus(voice);
        }
        assertThat(rest).isEqualTo(CohortState.EMPTY);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void mergingPartsIsCountingTheWhole(long seed) {
        Random random = new Random(seed);
        List<Voice> voices = voices(random, 50);
        int cut = random.nextInt(voices.size());
        CohortState first = sum(voices.subList(0, cut));
        CohortState second = sum(voices.subList(cut, voices.size()));

        assertThat(first.merge(second)).isEqualTo(sum(voices)).isEqualTo(second.merge(first));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void theStoredFormsLoseNothing(long seed) throws JsonProcessingException {
        List<Voice> voices = voices(new Random(seed), 30);
        CohortState state = sum(voices);
        String json = Json.mapper().writeValueAsString(StateDocument.of(state));

        assertThat(CohortState.parse(state.bytes())).isEqualTo(state);
        assertThat(Json.mapper().readValue(json, StateDocument.class).state()).isEqualTo(state);
        assertThat(voices)
                .allSatisfy(voice -> assertThat(Voice.parse(voice.bytes())).isEqualTo(voice));
    }

    @Test
    void whatWasNotAddedCannotBeTakenAway() {
        Voice voice = voices(new Random(1), 1).get(0);

        assertThatThrownBy(() -> CohortState.EMPTY.minus(voice)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyFigureHasASlotOfItsOwn() {
        Set<Integer> slots = new HashSet<>();
        slots.add(CountSlots.CONTRIBUTORS);
        for (int rating = 1; rating <= 5; rating++) {
            slots.add(CountSlots.rating(rating));
        }
        for (TrackBucket bucket : TrackBucket.values()) {
            slots.add(CountSlots.tracks(bucket));
        }
        for (FeatureBins feature : FeatureBins.values()) {
            for (int bin = 0; bin < feature.count(); bin++) {
                slots.add(CountSlots.feature(feature, bin));
            }
        }
        for (TasteDimension dimension : TasteDimension.values()) {
            for (Direction direction : Direction.values()) {
                slots.add(CountSlots.asks(dimension, direction));
                slots.add(CountSlots.voices(dimension, direction));
            }
            for (int steps = -dimension.limitSteps(); steps <= dimension.limitSteps(); steps++) {
                slots.add(CountSlots.delta(dimension, steps));
            }
        }

        assertThat(slots).hasSize(CountSlots.COUNT);
        assertThat(slots.stream().mapToInt(Integer::intValue).max()).hasValue(CountSlots.COUNT - 1);
    }

    @Test
    void theLayoutOfStoredCountsIsPinned() {
        assertThat(CountSlots.LAYOUT).isEqualTo((byte) 2);
        assertThat(CountSlots.COUNT).isEqualTo(984);
        assertThat(CountSlots.delta(TasteDimension.BASS, 4)).isEqualTo(118);
        assertThat(CountSlots.delta(TasteDimension.WIDTH, -5)).isEqualTo(704);
    }

    @Test
    void aFifthOfTheContributorsIsHeldOut() {
        long heldOut = 0;
        for (int owner = 0; owner < 10_000; owner++) {
            heldOut += Fold.of(Reports.id(owner)) == Fold.HELD_OUT ? 1 : 0;
        }

        assertThat(heldOut).isBetween(1_900L, 2_100L);
    }

    private static List<Voice> voices(Random random, int count) {
        List<Voice> voices = new ArrayList<>();
        for (int owner = 0; owner < count; owner++) {
            voices.add(Voice.of(ReportRecord.live(Reports.id(random.nextInt()), 1 + owner, Reports.anything(random))));
        }
        return voices;
    }

    private static CohortState sum(List<Voice> voices) {
        CohortState state = CohortState.EMPTY;
        for (Voice voice : voices) {
            state = state.plus(voice);
        }
        return state;
    }
}
