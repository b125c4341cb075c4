package io.auralis.aggregator.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.PartitionPosition;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class UnwrittenStatesTest {
    private final UnwrittenStates unwritten = new UnwrittenStates();

    @Test
    void statesWaitForThePositionThatComesAfterThem() {
        unwritten.start(0, 7);
        unwritten.add(state(8, "a"));
        assertThat(unwritten.isReady()).isFalse();
        assertThat(unwritten.take()).isEmpty();

        unwritten.add(position(9, 100));
        unwritten.add(state(10, "b"));

        assertThat(unwritten.isReady()).isTrue();
        PartitionChange change = unwritten.take().get(0);
        assertThat(change.from()).isEqualTo(7);
        assertThat(change.nextOffset()).isEqualTo(10);
        assertThat(change.position().next()).isEqualTo(100);
        assertThat(change.states()).extracting(StateChange::cohort).containsExactly("a");
        assertThat(unwritten.isReady()).isFalse();
    }

    @Test
    void ofEachCohortOnlyTheNewestStateIsKept() {
        unwritten.start(0, 0);
        unwritten.add(state(0, "a"));
        unwritten.add(position(1, 10));
        unwritten.add(state(2, "a"));
        unwritten.add(position(3, 20));

        PartitionChange change = unwritten.take().get(0);

        assertThat(change.states()).extracting(StateChange::offset).containsExactly(2L);
        assertThat(change.position().next()).isEqualTo(20);
    }

    @Test
    void whatIsLostToAnotherInstanceIsForgotten() {
        unwritten.start(0, 0);
        unwritten.start(1, 0);
        unwritten.add(position(1, 10));
        unwritten.forget(List.of(0));

        assertThat(unwritten.isReady()).isFalse();
        assertThatThrownBy(() -> unwritten.add(state(2, "a"))).isInstanceOf(IllegalStateException.class);
    }

    private static ConsumerRecord<String, byte[]> state(long offset, String cohort) {
        return new ConsumerRecord<>("states", 0, offset, cohort, CohortState.EMPTY.bytes());
    }

    private static ConsumerRecord<String, byte[]> position(long offset, long next) {
        PartitionPosition position = new PartitionPosition(0, next, next, 0, 0, 0, 0, PartitionPosition.ANY_MONTH);
        return new ConsumerRecord<>("states", 0, offset, PartitionPosition.KEY, position.bytes());
    }
}
