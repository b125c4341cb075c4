package io.auralis.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockRelayTest {
    private static final int BLOCKS = 200;

    /** Blocks that hold their own number. */
    private static BlockRelay.Feed numbers(AtomicInteger made) {
        return block -> {
            int number = made.getAndIncrement();
            block.setFrames(1);
            block.channel(0)[0] = number;
            return number < BLOCKS;
        };
    }

    private static List<Double> all() {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < BLOCKS; i++) {
            all.add((double) i);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyListenerHearsEveryBlockInOrder(int listeners) {
        List<List<Double>> heard = new ArrayList<>();
        List<Consumer<AudioBlock>> hear = new ArrayList<>();
        for (int i = 0; i < listeners; i++) {
            List<Double> mine = new ArrayList<>();
            heard.add(mine);
            hear.add(block -> mine.add(block.channel(0)[0]));
        }

        BlockRelay.run(numbers(new AtomicInteger()), 1, 1, hear);

        assertThat(heard).allSatisfy(mine -> assertThat(mine).isEqualTo(all()));
    }

    @Test
    void everyoneWorksOnAThreadOfHisOwn() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger made = new AtomicInteger();
        BlockRelay.Feed feed = block -> {
            threads.add(Thread.currentThread());
            return numbers(made).next(block);
        };
        Consumer<AudioBlock> listener = block -> threads.add(Thread.currentThread());

        BlockRelay.run(feed, 1, 1, List.of(listener, listener));

        assertThat(threads).hasSize(3).contains(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theFirstFailureStopsAllAndIsThrown(int failing) {
        AtomicInteger made = new AtomicInteger();
        IllegalStateException failure = new IllegalStateException("as the test wants it");
        BlockRelay.Feed feed = block -> {
            if (failing == 2 && made.get() == 50) {
                throw failure;
            }
            // Endless but for the failure.
            block.setFrames(1);
            made.incrementAndGet();
            return true;
        };
        List<Consumer<AudioBlock>> hear = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            int which = i;
            hear.add(block -> {
                if (which == failing && made.get() > 50) {
                    throw failure;
                }
            });
        }
        int before = audioThreads();

        assertThatThrownBy(() -> BlockRelay.run(feed, 1, 1, hear)).isSameAs(failure);

        assertThat(audioThreads()).isEqualTo(before);
    }

    private static int audioThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("auralis-audio"))
                .count();
    }
}
