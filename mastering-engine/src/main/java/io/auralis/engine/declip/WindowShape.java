package io.auralis.engine.declip;

/**
 * How much of a track is in view while a part of it is restored, frames.
 *
 * @param behind what is restored already
 * @param middle what is restored now
 * @param ahead what is still as it was
 * @param order of the autoregressive model
 */
record WindowShape(int behind, int middle, int ahead, int order) {
    /** In 46 ms in all, music changes little. */
    private static final int BEHIND = 512;

    private static final int MIDDLE = 1_024;
    private static final int AHEAD = 512;
    /** Twice as many restore 0.3 dB better and take twice the time. */
    private static final int ORDER = 32;
    /** Beyond 192 kHz the time that it would take grows faster than what it would be good for. */
    private static final int MOST_TIMES = 4;

    /** The same in seconds, whatever the sample rate. */
    static WindowShape of(int sampleRateHz) {
        int times = Math.max(1, Math.min(MOST_TIMES, Math.round(sampleRateHz / 48_000f)));
        return new WindowShape(times * BEHIND, times * MIDDLE, times * AHEAD, times * ORDER);
    }

    int frames() {
        return behind + middle + ahead;
    }
}
