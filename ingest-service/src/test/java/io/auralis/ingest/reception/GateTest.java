package io.auralis.ingest.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final long MEBI = 1_048_576;

    private final AtomicLong nanoTime = new AtomicLong();
    private final Gate gate = new Gate(4, MEBI, nanoTime::get);

    @Test
    void asManyRequestsAreLetInAsTheBoundSaysAndEachThatLeavesMakesRoom() {
        List<Gate.Pass> inside = new ArrayList<>();
        for (int request = 0; request < 4; request++) {
            inside.add(entered(new Object()));
        }
        assertThat(gate.requests()).isEqualTo(4);
        assertThat(gate.pass().enter(new Object())).isFalse();
        inside.get(0).close();
        assertThat(gate.pass().enter(new Object())).isTrue();
    }

    @Test
    void whenHalfIsTakenAConnectionIsLetInThatHasNotAskedForASecond() {
        Object greedy = new Object();
        entered(greedy);
        entered(greedy);
        assertThat(gate.pass().enter(greedy)).isFalse();
        assertThat(gate.pass().enter(new Object())).isTrue();
        nanoTime.addAndGet(Duration.ofMillis(600).toNanos());
        assertThat(gate.pass().enter(greedy)).isFalse();
        nanoTime.addAndGet(Duration.ofMillis(600).toNanos());
        assertThat(gate.pass().enter(greedy)).isFalse();
        nanoTime.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(gate.pass().enter(greedy)).isTrue();
    }

    @Test
    void smallBodiesMayHaveAllBytesAndLargeOnesHalf() {
        Gate.Pass large = gate.pass();
        assertThat(large.hold(MEBI / 2)).isTrue();
        assertThat(large.hold(1)).isFalse();
        assertThat(gate.pass().hold(65_537)).isFalse();
        for (int small = 0; small < 8; small++) {
            assertThat(gate.pass().hold(65_536)).isTrue();
        }
        assertThat(gate.bytes()).isEqualTo(MEBI);
        assertThat(gate.pass().hold(1)).isFalse();
        large.close();
        assertThat(gate.pass().hold(1)).isTrue();
    }

    @Test
    void aPassClosedTwiceGivesBackOnce() {
        Gate.Pass pass = entered(new Object());
        assertThat(pass.hold(1000)).isTrue();
        pass.close();
        pass.close();
        assertThat(gate.requests()).isZero();
        assertThat(gate.bytes()).isZero();
    }

    @Test
    void boundsThatLetNobodyInAreRefused() {
        assertThatThrownBy(() -> new Gate(1, MEBI, nanoTime::get)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Gate(2, 1000, nanoTime::get)).isInstanceOf(IllegalArgumentException.class);
    }

    private Gate.Pass entered(Object connection) {
        Gate.Pass pass = gate.pass();
        assertThat(pass.enter(connection)).isTrue();
        return pass;
    }
}
