package io.auralis.ingest.reception;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Bounds what is in the service at once: the bytes of bodies, from their arrival to their answer, and the requests that
 * are being worked on. Nothing queues for entry; what does not fit is refused at once. Safe for many threads.
 *
 * <p>Both bounds keep a share for those who ask for little, so that a flood takes from itself first. Beyond half of the
 * bytes no body may grow over {@value #SMALL_BYTES} bytes; beyond half of the requests a connection is let in that has
 * not asked for a second. A body that is still arriving costs its bytes so far and no request, so that a slow sender holds next to
 * nothing.
 */
final class Gate {
    /** Some seventy single reports, and over one by far; only large batches are longer. */
    private static final int SMALL_BYTES = 65_536;

    private static final long WAIT_NANOS = Duration.ofSeconds(1).toNanos();

    private final int mostRequests;
    private final long mostBytes;
    private final LongSupplier nanoTime;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();

    /** When a connection last asked; forgotten when it is closed and collected. */
    private final Map<Object, Long> asked = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * @param mostRequests being worked on at once, 2 or more
     * @param mostBytes of bodies held at once
     * @param nanoTime as {@link System#nanoTime()}
     */
    Gate(int mostRequests, long mostBytes, LongSupplier nanoTime) {
        if (mostRequests < 2 || mostBytes < 2 * SMALL_BYTES) {
            throw new IllegalArgumentException("a gate lets at least 2 requests and " + 2 * SMALL_BYTES
                    + " bytes in, but this one " + mostRequests + " and " + mostBytes);
        }
        this.mostRequests = mostRequests;
        this.mostBytes = mostBytes;
        this.nanoTime = nanoTime;
    }

    int requests() {
        return requests.get();
    }

    long bytes() {
        return bytes.get();
    }

    /** How often something was not let in. */
    long refusals() {
        return refusals.get();
    }

    /** A pass for one request that has begun to arrive. */
    Pass pass() {
        return new Pass();
    }

    /** Asking counts, whatever the answer: who does not wait keeps himself out. */
    private boolean waited(Object connection) {
        long now = nanoTime.getAsLong();
        Long last = asked.put(connection, now);
        return last == null || now - last >= WAIT_NANOS;
    }

    /** What one request holds. Its calls come one after another, whatever their threads. */
    final class Pass implements AutoCloseable {
        private long held;
        private boolean inside;

        /** Whether so many bytes more may be held. */
        boolean hold(long more) {
            long bound = held + more > SMALL_BYTES ? mostBytes / 2 : mostBytes;
            if (bytes.addAndGet(more) > bound) {
                bytes.addAndGet(-more);
                refusals.incrementAndGet();
                return false;
            }
            held += more;
            return true;
        }

        /** Whether the request may be worked on now. */
        boolean enter(Object connection) {
            boolean waited = waited(connection);
            int count = requests.incrementAndGet();
            if (count > mostRequests || (count > mostRequests / 2 && !waited)) {
                requests.decrementAndGet();
                refusals.incrementAndGet();
                return false;
            }
            inside = true;
            return true;
        }

        /** The request is answered. */
        @Override
        public void close() {
            bytes.addAndGet(-held);
            held = 0;
            if (inside) {
                requests.decrementAndGet();
                inside = false;
            }
        }
    }
}
