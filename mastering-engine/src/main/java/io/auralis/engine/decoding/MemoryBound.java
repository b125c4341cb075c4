package io.auralis.engine.decoding;

import io.auralis.engine.media.NativeMemory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Ends the decoder when it takes far more memory than any file needs, before the machine suffers. */
final class MemoryBound {
    /** A cover of 40 MB with its copies and the tables of a file of many hours stay below half of it. */
    private static final long MOST_GROWTH_BYTES = 400L << 20;

    /** No table of a file that we accept is as large; FFmpeg refuses by itself what asks for more. */
    private static final long MOST_AT_ONCE_BYTES = 256L << 20;

    /** Memory is filled by about 2 GB/s: in this time it overshoots by a tenth of a gigabyte. */
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private MemoryBound() {}

    static void enforce() {
        NativeMemory.boundAllocation(MOST_AT_ONCE_BYTES);
        long mostBytes = NativeMemory.residentBytes() + MOST_GROWTH_BYTES;
        Thread watch = new Thread(() -> watch(mostBytes), "memory-bound");
        watch.setDaemon(true);
        watch.start();
    }

    private static void watch(long mostBytes) {
        while (NativeMemory.residentBytes() <= mostBytes) {
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        Runtime.getRuntime().halt(DecoderMain.OUT_OF_MEMORY);
    }
}
