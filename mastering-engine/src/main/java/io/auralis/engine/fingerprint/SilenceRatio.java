package io.auralis.engine.fingerprint;

/** The share of short frames more than 40 dB under the loudest one; 1 where no frame sounds. */
final class SilenceRatio {
    private static final double UNDER_LOUDEST_DB = 40;
    private static final double LOWEST_DB = -200;
    private static final int BINS_PER_DB = 20;

    /** Up to +40 dBFS. */
    private final long[] counts = new long[240 * BINS_PER_DB];

    private long frames;
    private double loudest;

    void accept(double meanSquare) {
        loudest = Math.max(loudest, meanSquare);
        counts[bin(meanSquare)]++;
        frames++;
    }

    double ratio() {
        if (!FrameGrid.sounds(loudest)) {
            return 1;
        }
        long silent = 0;
        int threshold = bin(loudest) - (int) (UNDER_LOUDEST_DB * BINS_PER_DB);
        for (int bin = 0; bin < threshold; bin++) {
            silent += counts[bin];
        }
        return (double) silent / frames;
    }

    private int bin(double meanSquare) {
        double db = 10 * StrictMath.log10(meanSquare);
        return (int) Math.max(0, Math.min(counts.length - 1, Math.floor((db - LOWEST_DB) * BINS_PER_DB)));
    }
}
