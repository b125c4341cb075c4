package io.auralis.ingest;

import java.util.Arrays;

/** A long text in which many needles are looked for: each window of it is hashed once, so that a needle costs a few steps. */
final class Haystack {
    /** Shorter than any needle; four billion windows of a text agree by chance with none of a thousand needles. */
    private static final int WINDOW = 16;

    private static final long BASE = 0x9E3779B97F4A7C15L;

    private final String text;
    private final long[] windows;

    Haystack(String text) {
        this.text = text;
        this.windows = new long[Math.max(0, text.length() - WINDOW + 1)];
        long highest = 1;
        for (int power = 1; power < WINDOW; power++) {
            highest *= BASE;
        }
        long hash = 0;
        for (int at = 0; at < text.length(); at++) {
            if (at >= WINDOW) {
                hash -= highest * text.charAt(at - WINDOW);
            }
            hash = hash * BASE + text.charAt(at);
            if (at >= WINDOW - 1) {
                windows[at - WINDOW + 1] = hash;
            }
        }
        Arrays.sort(windows);
    }

    /** @param needle of 16 characters or more */
    boolean contains(String needle) {
        long hash = 0;
        for (int at = 0; at < WINDOW; at++) {
            hash = hash * BASE + needle.charAt(at);
        }
        return Arrays.binarySearch(windows, hash) >= 0 && text.contains(needle);
    }
}
