package io.auralis.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private interface Way {
        void run(BlockRelay.Feed feed, List<Consumer<AudioBlock>> listeners);
    }

    private static final List<Way> WAYS = List.of(
            (feed, listeners) -> BlockRelay.runOnThreads(feed, 1, 1, listeners),
            (feed, listeners) -> BlockRelay.runHere(feed, 1, 1, listeners));

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 2", "0, 3", "1, 1", "1, 3"})
    void everyListenerHearsEveryBlockInOrder(int way, int listeners) {
        List<List<Double>> heard = new ArrayList<>();
        List<Consumer<AudioBlock>> hear = new ArrayList<>();
        for (int i = 0; i < listeners; i++) {
            List<Double> mine = new ArrayList<>();
            heard.add(mine);
            hear.add(block -> mine.add(block.channel(0)[0]));
        }

        WAYS.get(way).run(numbers(new AtomicInteger()), hear);

        assertThat(heard).allSatisfy(mine -> assertThat(mine).isEqualTo(all()));
    }

    @Test
    void whereThereIsRoomEveryoneWorksOnAThreadOfHisOwn() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger made = new AtomicInteger();
        BlockRelay.Feed feed = block -> {
            threads.add(Thread.currentThread());
            return numbers(made).next(block);
        };
        Consumer<AudioBlock> listener = block -> threads.add(Thread.currentThread());

        BlockRelay.runOnThreads(feed, 1, 1, List.of(listener, listener));

        assertThat(threads).hasSize(3).contains(Thread.currentThread());
    }

    @Test
    void whereAllProcessorsAreBusyTheCallerDoesAll() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger made = new AtomicInteger();
        Consumer<AudioBlock> listener = block -> threads.add(Thread.currentThread());

        inRelays(Runtime.getRuntime().availableProcessors() - 1, () -> {
            BlockRelay.run(numbers(made), 1, 1, List.of(listener, listener));
        });

        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(made).hasValue(BLOCKS + 1);
    }

    /** Runs something while it is so many relays' turn to make a block. */
    private static void inRelays(int relays, Runnable work) {
        if (relays == 0) {
            work.run();
            return;
        }
        AtomicInteger turns = new AtomicInteger();
        BlockRelay.Feed once = block -> {
            block.setFrames(1);
            return turns.getAndIncrement() == 0;
        };
        BlockRelay.run(once, 1, 1, List.of(block -> inRelays(relays - 1, work)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "0, 2", "1, 0", "1, 1", "1, 2"})
    void theFirstFailureStopsAllAndIsThrown(int way, int failing) {
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

        assertThatThrownBy(() -> WAYS.get(way).run(feed, hear)).isSameAs(failure);

        assertThat(audioThreads()).isEqualTo(before);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aListenerThatWaitsForAnotherEndsWhereThatOneStops() {
        AtomicReference<Thread> feeding = new AtomicReference<>();
        IllegalStateException failure = new IllegalStateException("as the test wants it");
        AtomicInteger made = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(2);
        BlockRelay.Feed feed = block -> {
            feeding.set(Thread.currentThread());
            if (made.getAndIncrement() == 2) {
                await(second::await);
                throw failure;
            }
            block.setFrames(1);
            return true;
        };
        BlockingQueue<Integer> given = new LinkedBlockingQueue<>();
        // It gives one thing, then sees that the feed has failed and hears no second block.
        Consumer<AudioBlock> gives = block -> {
            given.add(1);
            await(() -> feeding.get().join());
        };
        Consumer<AudioBlock> waits = block -> {
            second.countDown();
            await(given::take);
        };

        assertThatThrownBy(() -> BlockRelay.runOnThreads(feed, 1, 1, List.of(gives, waits)))
                .isSameAs(failure);
    }

    private interface Waiting {
        void forIt() throws InterruptedException;
    }

    private static void await(Waiting waiting) {
        try {
            waiting.forIt();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int audioThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("auralis-audio"))
                .count();
    }
}
