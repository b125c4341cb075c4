package io.auralis.engine.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets those who make blocks and those who hear them work at the same time: the feed runs on a thread of its own, a few
 * blocks ahead, and so does each listener but the first, which runs on the caller's. Every listener gets every block in
 * order; a block is filled anew when all have heard it.
 *
 * <p>Where as many relays run as there are processors, each with work of its own, handing on blocks would only cost time: a
 * further one does all on the caller's thread, block by block.
 */
public final class BlockRelay {
    /** Enough that nobody waits for a neighbour's slow block, few enough to stay in the processor's cache. */
    private static final int BLOCKS = 4;

    private static final AtomicInteger RUNNING = new AtomicInteger();

    private final BlockingQueue<Parcel> free = new LinkedBlockingQueue<>();
    private final List<BlockingQueue<Parcel>> inboxes = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    /** All but the caller's. */
    private final List<Thread> threads = new ArrayList<>();

    private BlockRelay(int listeners) {
        for (int i = 0; i < listeners; i++) {
            inboxes.add(new LinkedBlockingQueue<>());
        }
    }

    /** Makes blocks. */
    @FunctionalInterface
    public interface Feed {
        /** Fills a block with at least one frame; false at the end. */
        boolean next(AudioBlock block);
    }

    /** A block, or the end where there is none, and who has still to hear it. */
    private record Parcel(@Nullable AudioBlock block, AtomicInteger unheard) {
        static final Parcel END = new Parcel(null, new AtomicInteger());
    }

    /**
     * Runs until the feed ends and all have heard the last block. The first failure of any of them stops the others and is
     * thrown here.
     *
     * @param channels of the blocks
     * @param frames that a block holds
     * @param listeners at least one; none may change or keep a block. One may wait for what those before it give it, but not
     *     the first, and must end when it is interrupted
     */
    public static void run(Feed feed, int channels, int frames, List<? extends Consumer<AudioBlock>> listeners) {
        int running = RUNNING.incrementAndGet();
        try {
            if (running < Runtime.getRuntime().availableProcessors()) {
                runOnThreads(feed, channels, frames, listeners);
            } else {
                runHere(feed, channels, frames, listeners);
            }
        } finally {
            RUNNING.decrementAndGet();
        }
    }

    static void runHere(Feed feed, int channels, int frames, List<? extends Consumer<AudioBlock>> listeners) {
        AudioBlock block = new AudioBlock(channels, frames);
        while (feed.next(block)) {
            for (Consumer<AudioBlock> listener : listeners) {
                listener.accept(block);
            }
        }
    }

    static void runOnThreads(Feed feed, int channels, int frames, List<? extends Consumer<AudioBlock>> listeners) {
        BlockRelay relay = new BlockRelay(listeners.size());
        for (int i = 0; i < BLOCKS; i++) {
            relay.free.add(new Parcel(new AudioBlock(channels, frames), new AtomicInteger()));
        }
        relay.add(() -> relay.feed(feed));
        for (int i = 1; i < listeners.size(); i++) {
            int which = i;
            relay.add(() -> relay.listen(which, listeners.get(which)));
        }
        relay.threads.forEach(Thread::start);
        relay.guarded(() -> relay.listen(0, listeners.get(0)));
        relay.threads.forEach(BlockRelay::join);
        rethrow(relay.failure.get());
    }

    private void add(Runnable work) {
        Thread thread = new Thread(() -> guarded(work), "auralis-audio");
        thread.setDaemon(true);
        threads.add(thread);
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
            free.add(Parcel.END);
            inboxes.forEach(inbox -> inbox.add(Parcel.END));
            // A listener may be waiting for what another one, who has stopped, would have given it.
            threads.stream().filter(thread -> thread != Thread.currentThread()).forEach(Thread::interrupt);
        }
    }

    private void feed(Feed feed) {
        while (true) {
            Parcel parcel = take(free);
            AudioBlock block = parcel.block();
            if (block == null) {
                return;
            }
            if (!feed.next(block)) {
                inboxes.forEach(inbox -> inbox.add(Parcel.END));
                return;
            }
            parcel.unheard().set(inboxes.size());
            inboxes.forEach(inbox -> inbox.add(parcel));
        }
    }

    private void listen(int which, Consumer<AudioBlock> listener) {
        while (true) {
            Parcel parcel = take(inboxes.get(which));
            AudioBlock block = parcel.block();
            if (block == null || failure.get() != null) {
                return;
            }
            listener.accept(block);
            if (parcel.unheard().decrementAndGet() == 0) {
                free.add(parcel);
            }
        }
    }

    private static Parcel take(BlockingQueue<Parcel> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for audio", e);
        }
    }

    /** Waits even when interrupted: what the thread works on is closed right afterwards. */
    private static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }
}
